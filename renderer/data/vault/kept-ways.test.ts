import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { makeCredential, newDerivation } from '#shared/trust/credential.ts';
import { freshName } from '#test/support/workspace.ts';
import { deriveWithArgon2 } from './argon2.ts';
import { DeviceLock, type WaysCopy } from './device-lock.ts';
import { KeyDatabase } from './key-database.ts';

class Kept implements WaysCopy {
  text: string | null = null;
  readonly keep = (text: string) => {
    this.text = text;
    return Promise.resolve();
  };
  readonly kept = () => Promise.resolve(this.text);
}

const lockOf = (name: string, copy: Kept) =>
  new DeviceLock(name, { deriveKey: deriveWithArgon2, now: () => 0, copy });

async function closed(name: string, copy: Kept) {
  const lock = lockOf(name, copy);
  const ring = (await lock.openRing())!;
  const derivation = { ...newDerivation(), memory: 64, passes: 1 };
  const credential = await makeCredential('right', deriveWithArgon2, { derivation });
  await lock.grant(ring, [{ id: 'maria', kind: 'person', name: 'maria', credential }]);
  lock.close();
  return ring;
}

test('TRU-117 a browser that lost its storage opens with the passphrase as before, from what was kept beside the journal', async () => {
  const [name, copy] = [freshName(), new Kept()];
  const ring = await closed(name, copy);
  await new KeyDatabase(name).delete();
  const lock = lockOf(name, copy);
  expect(await lock.openRing()).toBeUndefined();
  expect((await lock.enter('maria', 'right')).ring).toEqual(ring);
});

test('TRU-118 damaged kept keys are told, and the device is not taken for a new one', async () => {
  const [name, copy] = [freshName(), new Kept()];
  await closed(name, copy);
  await new KeyDatabase(name).delete();
  copy.text = copy.text?.slice(0, -3) ?? null;
  await expect(lockOf(name, copy).openRing()).rejects.toMatchObject({ problem: { code: 'OUT-KEY-008' } });
});
