import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, restore } from '#server/commands/backup.ts';
import { copiedTables } from '#server/storage/copy.ts';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

const other = { sqlite: 'postgresql', postgresql: 'sqlite' } as const;

describe.each(engines)('backups of %s', (engine) => {
  it('SYN-240 a hub restored from an old backup gets back what clients hold, on either engine', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    const second = await hub.device();
    first.write(20);
    await first.sync();
    const file = join(await tempFolder(), 'hub.backup');
    await backUp(hub.hub.storage, file);
    first.write(15);
    second.write(5);
    await first.sync();
    await second.sync();
    const before = await first.sync();
    await hub.stop();

    const place = await emptyPlace(other[engine]);
    const storage = await openForTest(place);
    await restore(storage, file, { isReplacing: false });
    const restored = await startTestHub({ place });
    first.address = restored.address;
    second.address = restored.address;
    const { epoch, hub: id, have } = await first.exchange();
    expect({ id, have }).toEqual({ id: before.hub, have: { [first.replica]: 20 } });
    expect(epoch).not.toBe(before.epoch);
    await first.sync();
    const after = await second.sync();
    expect(after.have).toEqual(before.have);
    const third = await restored.device();
    await third.sync();
    expect(third.others.get(first.replica)).toEqual(first.entries);
    expect(third.others.get(second.replica)).toEqual(second.entries);
  });

  it('SYN-241 a backup taken while entries come in is one instant of the hub', async () => {
    const hub = await startTestHub({ engine });
    const device = await hub.device();
    const file = join(await tempFolder(), 'hub.backup');
    const beside = await openForTest(hub.place);
    const progress = { isDone: false };
    const copying = backUp(beside, file).finally(() => {
      progress.isDone = true;
    });
    for (let round = 0; round < 10 || !progress.isDone; round += 1) {
      device.write(1);
      await device.exchange({ runs: [device.run(device.entries.length)] });
    }
    await copying;
    const place = await emptyPlace('sqlite');
    const storage = await openForTest(place);
    await restore(storage, file, { isReplacing: false });
    const held = (await storage.logs.vector(hub.workspace))[device.replica] ?? 0;
    const { segments, entries } = await storage.figures();
    expect({ segments, entries }).toEqual({ segments: held, entries: held });
  });
});

describe('restore', () => {
  it('SYN-242 refuses what is no backup, and a hub that holds data, and changes nothing', async () => {
    const place = await emptyPlace('sqlite');
    const hub = await startTestHub({ place });
    const device = await hub.device();
    device.write(3);
    await device.sync();
    const folder = await tempFolder();
    const storage = hub.hub.storage;
    const notOne = join(folder, 'text');
    await writeFile(notOne, 'no database at all'.repeat(100));
    for (const path of [notOne, join(folder, 'nothing')]) {
      await expect(restore(storage, path, { isReplacing: true })).rejects.toThrow('OUT-SYN-040');
    }
    const good = join(folder, 'good');
    await backUp(storage, good);
    await expect(restore(storage, good, { isReplacing: false })).rejects.toThrow('OUT-SYN-041');
    expect(await storage.logs.vector(hub.workspace)).toEqual({ [device.replica]: 3 });
    if ('file' in place) {
      const plain = join(folder, 'plain.db');
      await hub.stop();
      await copyFile(place.file, plain);
      const empty = await openForTest(await emptyPlace('sqlite'));
      await expect(restore(empty, plain, { isReplacing: true })).rejects.toThrow('OUT-SYN-040');
    }
  });

  it('SYN-243 every table is in the copy', async () => {
    const storage = await openForTest(await emptyPlace('sqlite'));
    const tables = await storage.snapshot((db) => db.introspection.getTables());
    const own = tables.map(({ name }) => name).filter((name) => !name.startsWith('migration'));
    expect(copiedTables.map(({ name }) => name).toSorted()).toEqual(own.toSorted());
  });
});
