import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { makeCredential, newDerivation, type Credential } from '#shared/trust/credential.ts';
import { newDataKey } from '#shared/trust/key-ring.ts';
import { newRecoveryCode, recoveryPair } from '#shared/trust/recovery-code.ts';
import { Vault } from '#shared/trust/vault.ts';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { freshName } from '#test/support/workspace.ts';
import { deriveWithArgon2 } from './argon2.ts';
import { DeviceLock, type Holder } from './device-lock.ts';
import { resealAll } from './reseal.ts';

const clock = { at: Date.UTC(2026, 10, 2, 8) };
const lockOf = (name: string) => new DeviceLock(name, { deriveKey: deriveWithArgon2, now: () => clock.at });
/** Weak on purpose: the tests wait for it. */
const derivation = () => ({ ...newDerivation(), memory: 64, passes: 1 });
const credential = (passphrase: string): Promise<Credential> =>
  makeCredential(passphrase, deriveWithArgon2, { derivation: derivation() });
const holder = async (id: string, passphrase: string): Promise<Holder> => ({
  id,
  kind: 'person',
  name: id,
  credential: await credential(passphrase),
});

let name = '';
beforeEach(() => {
  name = freshName();
  clock.at = Date.UTC(2026, 10, 2, 8);
});

describe('who may open a device', () => {
  test('TRU-110 two windows of a new device agree on its keys, until somebody closes it', async () => {
    const [first, second] = await Promise.all([lockOf(name).openRing(), lockOf(name).openRing()]);
    expect(first).toEqual(second);
    const lock = lockOf(name);
    await lock.grant(first!, [await holder('maria', 'four words of hers')]);
    expect(await lock.openRing()).toBeUndefined();
    expect(await lock.waysIn()).toEqual([{ id: 'maria', kind: 'person', name: 'maria' }]);
  });

  test('TRU-111 the passphrase opens, another does not, and a letter typed on another keyboard is the same', async () => {
    const lock = lockOf(name);
    const ring = (await lock.openRing())!;
    await lock.grant(ring, [await holder('maria', 'café au lait')]);
    expect((await lock.enter('maria', 'cafe\u0301 au lait')).ring).toEqual(ring);
    await expect(lock.enter('maria', 'Café au lait')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
    await expect(lock.enter('nobody', 'x')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-002' } });
  });

  test('TRU-112 after wrong tries the way is barred for a growing time, over restarts and set-back clocks', async () => {
    await lockOf(name).grant((await lockOf(name).openRing())!, [await holder('maria', 'right')]);
    const wrong = () => lockOf(name).enter('maria', 'wrong');
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(wrong()).rejects.toMatchObject({ problem: { code: 'OUT-KEY-002' } });
    }
    await expect(lockOf(name).enter('maria', 'right')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-003', message: expect.stringContaining('5 s') as unknown },
    });
    clock.at += 5000;
    await expect(wrong()).rejects.toMatchObject({ problem: { code: 'OUT-KEY-002' } });
    expect(await lockOf(name).wait('maria')).toBe(15_000);
    clock.at -= 3_600_000;
    expect(await lockOf(name).wait('maria')).toBe(15_000);
    clock.at += 3_600_000 + 15_000;
    await expect(lockOf(name).enter('maria', 'right')).resolves.toMatchObject({ ring: { length: 1 } });
    expect(await lockOf(name).wait('maria')).toBe(0);
  });

  test('TRU-113 the recovery code opens; a mistyped one and one of another unit are told apart', async () => {
    const lock = lockOf(name);
    const ring = (await lock.openRing())!;
    const code = newRecoveryCode();
    await lock.grant(ring, [await holder('maria', 'right')], toBase64Url(recoveryPair(code)!.public));
    // Another passphrase of hers leaves it as it is.
    await lock.grant(ring, [await holder('maria', 'other')]);
    const recovered = await lock.recover(code.toLowerCase().replaceAll('-', ' '));
    expect(recovered.ring).toEqual(ring);
    const last = code.endsWith('A') ? 'B' : 'A';
    await expect(lock.recover(code.slice(0, -1) + last)).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-004' },
    });
    await expect(lock.recover(newRecoveryCode())).rejects.toMatchObject({ problem: { code: 'OUT-KEY-005' } });
  });

  test('TRU-114 keys are granted to somebody without knowing the passphrase, and taken back', async () => {
    const lock = lockOf(name);
    const ring = (await lock.openRing())!;
    const [maria, john] = [await holder('maria', 'right'), await holder('john', 'his own')];
    await lock.grant(ring, [maria, john]);
    expect((await lock.enter('john', 'his own')).ring).toEqual(ring);
    await lock.grant(ring, [maria]);
    await expect(lock.enter('john', 'his own')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-002' } });
    await expect(lock.grant(ring, [])).rejects.toThrow('nobody');
  });
});

describe('new keys', () => {
  test('TRU-115 contents are written anew with the newest key; broken off anywhere, all of it can be read', async () => {
    const first = (await lockOf(name).openRing())!;
    const vault = new Vault(first);
    const database = new OutpostDatabase(name, vault);
    const values = Array.from({ length: 450 }, (_, n) => ({
      key: `d${String(n).padStart(3, '0')}`,
      value: { n },
      savedAt: n,
    }));
    await database.drafts.bulkPut(values);
    vault.take([...first, newDataKey(first)]);
    await database.drafts.put({ key: 'new', value: 1, savedAt: 1 });
    expect(await database.drafts.count()).toBe(451);
    await resealAll(database);
    const onlyNewest = new OutpostDatabase(name, new Vault([vault.ring.at(-1)!]));
    const expected = [...values, { key: 'new', value: 1, savedAt: 1 }];
    expect(await onlyNewest.drafts.toArray()).toEqual(expected);
    // With the first key alone nothing opens any more.
    const withFirst = new OutpostDatabase(name, new Vault(first));
    await expect(withFirst.drafts.toArray()).rejects.toMatchObject({ problem: { code: 'OUT-KEY-001' } });
    for (const one of [database, onlyNewest, withFirst]) one.close();
  });

  test('TRU-116 rows that an earlier version wrote in the clear are encrypted', async () => {
    const database = new OutpostDatabase(name, new Vault((await lockOf(name).openRing())!));
    await database.open();
    const transaction = database.backendDB().transaction(['drafts', 'meta'], 'readwrite');
    transaction.objectStore('drafts').put({ key: 'old', value: { title: 'x' }, savedAt: 1 });
    transaction.objectStore('meta').put({ key: 'identity', value: { replica: 'r' } });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    await resealAll(database);
    const raw = database.backendDB().transaction(['drafts', 'meta']);
    const read = (store: string, key: string) =>
      new Promise((resolve) => {
        const request = raw.objectStore(store).get(key);
        request.onsuccess = () => resolve(request.result);
      });
    expect(await read('drafts', 'old')).toEqual({
      key: 'old',
      savedAt: 1,
      sealed: expect.any(Uint8Array) as unknown,
    });
    expect(await read('meta', 'identity')).toEqual({ key: 'identity', value: { replica: 'r' } });
    expect(await database.drafts.get('old')).toEqual({ key: 'old', value: { title: 'x' }, savedAt: 1 });
    database.close();
  });
});
