import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Config } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { DeriveKey } from '#shared/trust/credential.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import { Vault } from '#shared/trust/vault.ts';
import { freshName } from '#test/support/workspace.ts';
import { Access } from './access.ts';
import { deriveWithArgon2 } from './argon2.ts';
import { DeviceLock } from './device-lock.ts';
import { KeyDatabase } from './key-database.ts';
import { KeyHolder } from '#shared/trust/key-holder.ts';
import { memoryKeeper } from '#test/support/vault.ts';
import { Pins } from './pins.ts';

const weak = { memory: 64, passes: 1 } as const;

// As slow as the tests can bear.
const deriveKey: DeriveKey = (passphrase, derivation) =>
  deriveWithArgon2(passphrase, { ...derivation, ...weak });

class Device {
  readonly name = freshName();
  readonly lock = this.newLock();
  readonly taken: KeyRing[] = [];
  readonly clock = { wall: 0, steady: 0 };
  readonly keeper = memoryKeeper(
    new KeyHolder({ wall: () => this.clock.wall, steady: () => this.clock.steady }),
  );
  accounts: RecordView[] = [];
  #listeners: (() => void)[] = [];

  newLock(): DeviceLock {
    return new DeviceLock(this.name, {
      deriveKey,
      now: () => 0,
    });
  }

  /** @param recovery what the holder of the recovery code vouches with, who opened it. */
  async access(recovery?: { readonly ring: KeyRing; readonly secret: Uint8Array }): Promise<Access> {
    const ring = recovery?.ring ?? (await this.lock.openRing())!;
    const config = {
      version: 1,
      all: (type: string) => (type === 'account' ? this.accounts : []),
      get: () => undefined,
    };
    const access = new Access(this.name, {
      lock: this.lock,
      vault: new Vault(ring),
      keeper: this.keeper,
      pins: new Pins({ lock: this.lock, keeper: this.keeper, deriveKey }),
      deriveKey,
      config: () => config satisfies Config,
      judgedAccounts: () => Promise.resolve(undefined),
      onConfig: (listener) => this.#listeners.push(listener),
      onKeys: (next) => this.taken.push(next),
      onElsewhere: () => undefined,
      seat: undefined,
      recovery: recovery?.secret,
    });
    await access.start();
    return access;
  }

  async account(access: Access, person: string, passphrase: string): Promise<RecordView> {
    const credential = JSON.stringify((await access.makeCredential(passphrase)).credential);
    return {
      id: `account-${person}`,
      type: 'account',
      state: 'active',
      fields: { name: person, person, credential },
    } as unknown as RecordView;
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const mariasWords = 'four words of hers';
const johnsWords = 'other words of his';

async function closed(device: Device): Promise<Access> {
  const access = await device.access();
  device.accounts = [await device.account(access, 'maria', mariasWords)];
  await access.close(access.accounts(), new Uint8Array(32));
  return access;
}

describe('access to a device', () => {
  test('closing it takes a key that never stood in the open', async () => {
    const device = new Device();
    const open = (await device.lock.openRing())!;
    const access = await closed(device);
    expect(access.stage).toBe('closed');
    expect(access.person).toBe('maria');
    const [ring] = device.taken;
    expect(ring).toHaveLength(2);
    expect(ring?.[0]).toEqual(open[0]);
    expect(ring?.[1]?.key).not.toEqual(open[0].key);
    expect(await device.keeper.take()).toMatchObject({ ring, seat: { person: 'maria' } });
    expect((await device.newLock().enter('maria', mariasWords)).ring).toEqual(ring);
  });

  test('TRU-136 a page that was opened with the recovery code asks for it again when it is loaded anew', async () => {
    const device = new Device();
    const first = await closed(device);
    const { ring } = (await device.keeper.take())!;
    await first.lockUp();
    const access = await device.access({ ring, secret: new Uint8Array(32).fill(5) });
    await access.takeNewKey();
    expect(await device.keeper.take()).toBeUndefined();
    await access.signIn('maria', mariasWords);
    expect(access.recovery).toBeUndefined();
    await expect.poll(() => device.keeper.take()).toMatchObject({ seat: { person: 'maria' } });
  });

  test('TRU-120 accounts that come open it from then on, closed ones do not, and no records shut nobody out', async () => {
    const device = new Device();
    const access = await closed(device);
    const [maria] = device.accounts;
    device.accounts = [maria!, await device.account(access, 'john', johnsWords)];
    device.changed();
    await access.follow();
    await expect(device.newLock().enter('john', johnsWords)).resolves.toMatchObject({ ring: { length: 2 } });
    device.accounts = [];
    device.changed();
    await access.follow();
    await expect(device.newLock().enter('john', johnsWords)).resolves.toMatchObject({ ring: { length: 2 } });
    device.accounts = [maria!];
    await access.follow();
    await expect(device.newLock().enter('john', johnsWords)).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
    await expect(device.newLock().enter('maria', mariasWords)).resolves.toMatchObject({
      ring: { length: 2 },
    });
  });

  test('TRU-120 a passphrase that was changed elsewhere counts here after the exchange', async () => {
    const device = new Device();
    const access = await closed(device);
    device.accounts = [await device.account(access, 'maria', 'quite another thing')];
    await access.follow();
    await expect(device.newLock().enter('maria', mariasWords)).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
    await expect(device.newLock().enter('maria', 'quite another thing')).resolves.toMatchObject({
      ring: { length: 2 },
    });
  });

  test('TRU-121 while it joins a unit the one-time code opens it, then the people of the unit', async () => {
    const device = new Device();
    const access = await device.access();
    await access.join('K7Q2-9FMX');
    expect(access.stage).toBe('joining');
    const { ring } = await device.newLock().enter('code', 'k7q2 9fmx');
    expect(ring).toHaveLength(2);
    device.accounts = [
      await device.account(access, 'maria', mariasWords),
      await device.account(access, 'john', johnsWords),
    ];
    const maria = access.accounts().find(({ id }) => id === 'maria');
    await expect(access.claim(maria!, 'wrong')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-002' } });
    expect(access.stage).toBe('joining');
    await access.claim(maria!, mariasWords);
    expect(access.stage).toBe('closed');
    expect(access.person).toBe('maria');
    expect((await device.newLock().enter('john', johnsWords)).ring).toEqual(ring);
    await expect(device.newLock().enter('code', 'k7q2 9fmx')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
  });

  test('TRU-122 a passphrase that is easy to guess is refused', async () => {
    const access = await new Device().access();
    await expect(access.makeCredential('short')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-006' } });
    await expect(access.makeCredential('ababababababab')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-006' },
    });
  });

  test('locking forgets the keys that outlive a reload', async () => {
    const device = new Device();
    const access = await closed(device);
    await access.lockUp();
    expect(await device.keeper.take()).toBeUndefined();
  });

  test('TRU-140 a PIN opens the locked device, for who knew the passphrase, and never another person', async () => {
    const device = new Device();
    const access = await closed(device);
    await expect(access.setPin('maria', 'wrong', '2580')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
    await access.setPin('maria', mariasWords, '2580');
    await access.lockUp();
    expect(await access.pins.waiting()).toMatchObject([{ person: 'maria' }]);
    await expect(access.pins.enter('maria', 'Maria', '2581')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-010', message: expect.stringContaining('left: 2') as unknown },
    });
    await expect(access.pins.enter('john', 'John', '2580')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-011' },
    });
    const { ring } = await access.pins.enter('maria', 'Maria', '2580');
    expect(ring).toEqual(device.taken[0]);
    await access.pins.enter('maria', 'Maria', '0000').catch(() => undefined);
    await access.pins.enter('maria', 'Maria', '0000').catch(() => undefined);
    await expect(access.pins.enter('maria', 'Maria', '0000')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-011' },
    });
    expect(await access.pins.waiting()).toEqual([]);
  });

  test('TRU-142 a PIN ends with another passphrase, and with the account', async () => {
    const device = new Device();
    const access = await closed(device);
    await access.setPin('maria', mariasWords, '2580');
    device.accounts = [
      await device.account(access, 'maria', 'quite another thing'),
      await device.account(access, 'john', johnsWords),
    ];
    await access.follow();
    expect(await access.pins.waiting()).toEqual([]);
    await access.setPin('maria', 'quite another thing', '2580');
    expect(await access.pins.waiting()).toHaveLength(1);
    device.accounts = device.accounts.slice(1);
    await access.follow();
    await expect(access.pins.enter('maria', 'Maria', '2580')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-011' },
    });
  });

  test('TRU-143 nothing that comes from a PIN stands on the disk', async () => {
    const device = new Device();
    const access = await closed(device);
    const before = await everythingOf(device.name);
    await access.setPin('maria', mariasWords, '2580');
    expect(await everythingOf(device.name)).toEqual(before);
  });
});

/** All rows of the database of keys. */
async function everythingOf(name: string): Promise<unknown> {
  const keys = new KeyDatabase(name);
  await keys.open();
  const rows = await Promise.all(keys.tables.map((table) => table.toArray()));
  keys.close();
  return rows;
}
