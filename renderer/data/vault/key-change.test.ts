import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { makeCredential, newDerivation } from '#shared/trust/credential.ts';
import { KeyHolder } from '#shared/trust/key-holder.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import { Vault } from '#shared/trust/vault.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { memoryKeeper } from '#test/support/vault.ts';
import { freshName } from '#test/support/workspace.ts';
import { Access } from './access.ts';
import { deriveWithArgon2 } from './argon2.ts';
import { DeviceLock } from './device-lock.ts';
import { KeyChange, type KeyChangeParts } from './key-change.ts';
import { Pins } from './pins.ts';
import { countOld } from './reseal.ts';

class Killed extends Error {}

/** A device as its disk has it; each `start` is a new process with whoever signs in. */
class Device {
  readonly name = freshName();
  readonly faults: Problem[] = [];
  unit: RecordView[] = [];
  hasOlderWriter = false;
  journal: OutpostBridge['journal'] | undefined;
  /** The step that the process dies before, of those that change something. */
  dieAt = Infinity;
  steps = 0;

  step(): void {
    this.steps += 1;
    if (this.steps >= this.dieAt) throw new Killed();
  }

  lock(): DeviceLock {
    const lock = new DeviceLock(this.name, { deriveKey: deriveWithArgon2, now: () => 0 });
    const before =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      async (...args: Args) => {
        this.step();
        const result = await work(...args);
        this.step();
        return result;
      };
    lock.grant = before(lock.grant.bind(lock));
    lock.noteProgress = before(lock.noteProgress.bind(lock));
    return lock;
  }

  async signIn(): Promise<KeyRing> {
    return (await this.lock().enter('maria', 'right')).ring;
  }

  async start(ring: KeyRing) {
    const lock = this.lock();
    const vault = new Vault(ring);
    const database = new OutpostDatabase(this.name, vault);
    const config = {
      version: 1,
      all: (type: string) => (type === 'unit' ? this.unit : []),
      get: () => undefined,
    } satisfies Config;
    const keeper = memoryKeeper(new KeyHolder({ wall: () => 0, steady: () => 0 }));
    const access = new Access(this.name, {
      lock,
      vault,
      keeper,
      pins: new Pins({ lock, keeper, deriveKey: deriveWithArgon2 }),
      deriveKey: deriveWithArgon2,
      config: () => config,
      onConfig: () => undefined,
      onKeys: () => undefined,
      onElsewhere: () => undefined,
      judgedAccounts: () => Promise.resolve(undefined),
      seat: { person: 'maria', secret: undefined, credential: '' },
    });
    await access.start();
    const keyChange = new KeyChange({
      device: { lock, vault },
      database,
      access,
      config: () => config,
      journal: this.journal,
      exclusively: (work) => work(),
      hasOlderWriter: () => Promise.resolve(this.hasOlderWriter),
      onFault: (fault) => this.faults.push(fault),
    } satisfies KeyChangeParts);
    return { lock, vault, database, access, keyChange };
  }
}

type Started = Awaited<ReturnType<Device['start']>>;

const rows = Array.from({ length: 450 }, (_, n) => ({ key: `d${n}`, value: { n }, savedAt: n }));
const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

let device: Device;
let first: KeyRing;

beforeEach(async () => {
  device = new Device();
  const lock = device.lock();
  first = (await lock.openRing())!;
  const derivation = { ...newDerivation(), memory: 64, passes: 1 };
  const credential = await makeCredential('right', deriveWithArgon2, { derivation });
  await lock.grant(first, [{ id: 'maria', kind: 'person', name: 'maria', credential }]);
  const { database } = await device.start(first);
  await database.drafts.bulkPut(rows);
  database.close();
});

async function through({ keyChange }: Started): Promise<void> {
  while (keyChange.status.rewriting) await new Promise((resolve) => setTimeout(resolve, 1));
}

async function expectAll({ database }: Started): Promise<void> {
  expect(await database.drafts.toArray()).toEqual([...rows].sort(byKey));
}

describe('TRU-144 a new key for a device', () => {
  test('is taken at once, contents are written anew behind it with progress, and the next start drops the old key', async () => {
    const one = await device.start(await device.signIn());
    const seen: (number | undefined)[] = [];
    one.keyChange.subscribe(() => seen.push(one.keyChange.status.rewriting?.done));
    await one.keyChange.takeNew();
    expect(one.vault.generation).toBe(2);
    await through(one);
    expect(seen).toEqual(expect.arrayContaining([200, 400, 450]));
    expect(await countOld(one.database)).toBe(0);
    const ring = await device.signIn();
    expect(ring.map(({ generation }) => generation)).toEqual([1, 2]);
    const two = await device.start(ring);
    await two.keyChange.begin();
    expect((await device.signIn()).map(({ generation }) => generation)).toEqual([2]);
    expect(two.keyChange.status.olderKeys).toBe(0);
    await expectAll(await device.start(await device.signIn()));
    expect(device.faults).toEqual([]);
  });

  test('stays beside the old one while anything stands under that, or a window may still write with it', async () => {
    const one = await device.start(await device.signIn());
    await one.keyChange.takeNew();
    await through(one);
    const late = new OutpostDatabase(device.name, new Vault(first));
    device.hasOlderWriter = true;
    await (await device.start(await device.signIn())).keyChange.begin();
    expect(await device.signIn()).toHaveLength(2);
    // That window wrote once more before it was loaded anew.
    await late.drafts.put({ key: 'late', value: 1, savedAt: 1 });
    late.close();
    device.hasOlderWriter = false;
    const two = await device.start(await device.signIn());
    await two.keyChange.begin();
    expect(await device.signIn()).toHaveLength(2);
    expect(await countOld(two.database)).toBe(0);
    const three = await device.start(await device.signIn());
    await three.keyChange.begin();
    expect(await device.signIn()).toHaveLength(1);
    expect(await three.database.drafts.get('late')).toMatchObject({ value: 1 });
  });

  test('stays beside the old one for a journal that has rows under that', async () => {
    const vault = new Vault(first);
    const sealed = vault.seal('journal/r/1', new Uint8Array([1]));
    const row = { replica: 'r', seq: 1, bytes: new Uint8Array([2, ...sealed]) };
    device.journal = {
      readPage: () => Promise.resolve({ rows: [row], next: null }),
    } as unknown as OutpostBridge['journal'];
    const one = await device.start(await device.signIn());
    await one.keyChange.takeNew();
    await through(one);
    await (await device.start(await device.signIn())).keyChange.begin();
    expect(await device.signIn()).toHaveLength(2);
  });

  test('follows a unit that asked for it, once', async () => {
    device.unit = [
      {
        id: 'u',
        type: 'unit',
        state: 'active',
        createdAt: 1,
        fields: { keyRound: '3' },
      } as unknown as RecordView,
    ];
    const one = await device.start(await device.signIn());
    await one.keyChange.begin();
    expect(one.vault.generation).toBe(2);
    const two = await device.start(await device.signIn());
    await two.keyChange.begin();
    expect(two.vault.generation).toBe(2);
  });

  test('is refused where another window took one meanwhile: that one would be lost', async () => {
    const [one, two] = [await device.start(first), await device.start(first)];
    await one.keyChange.takeNew();
    await expect(two.keyChange.takeNew()).rejects.toMatchObject({ problem: { code: 'OUT-KEY-013' } });
    await through(one);
    await expectAll(await device.start(await device.signIn()));
  });

  test('a kill between any two steps loses nothing, and the next starts finish it', async () => {
    for (let dieAt = 1; ; dieAt += 1) {
      const generation = (await device.signIn()).at(-1)!.generation;
      device.steps = 0;
      device.dieAt = dieAt;
      const started = await device.start(await device.signIn());
      const isDead = await started.keyChange.takeNew().then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return true;
        },
      );
      await through(started);
      const again = isDead ? undefined : await device.start(await device.signIn());
      await again?.keyChange.begin();
      const wasReached = device.steps >= dieAt;
      started.database.close();
      again?.database.close();
      device.dieAt = Infinity;
      // Whatever stood then, the passphrase opens all of it.
      const after = await device.start(await device.signIn());
      await expectAll(after);
      await after.keyChange.begin();
      const last = await device.start(await device.signIn());
      await last.keyChange.begin();
      expect(await device.signIn()).toHaveLength(1);
      expect((await device.signIn()).at(-1)!.generation).toBeGreaterThanOrEqual(generation);
      await expectAll(last);
      after.database.close();
      last.database.close();
      if (!wasReached) {
        // Each place was died at once.
        expect(dieAt).toBeGreaterThan(8);
        return;
      }
    }
  });
});
