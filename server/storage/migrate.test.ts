import { describe, expect, it } from 'vitest';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import { olderHub } from '#test/support/older-hub.ts';
import { migrations } from './migrations/migrations.ts';
import { openStorage } from './open.ts';

describe('migrations of the hub', () => {
  it('SYN-205 are numbered without gaps', () => {
    const numbers = Object.keys(migrations).map((name) => Number(name.slice(0, 3)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(engines)(
    'SYN-205 004 leaves hubs above as they were, compared with nothing, on %s',
    async (engine) => {
      const place = await emptyPlace(engine);
      const upstream = {
        id: 'u',
        workspace: 'w',
        address: 'https://brigade',
        hub: 'h',
        enrolledAt: 1,
        directoryTaken: 2,
        directoryTold: 3,
        blobsTold: 4,
        blobsSeen: 5,
      };
      const hubKey = new Uint8Array([1]);
      const older = {
        ...upstream,
        hubKey,
        blobsEpoch: null,
        stoppedAt: null,
        lastContact: null,
        lastProblem: null,
      };
      await olderHub(place, 3, (db) =>
        db.$extendTables<{ upstreams: typeof older }>().insertInto('upstreams').values(older).execute(),
      );
      const [row] = await (await openForTest(place)).upstreams.list();
      expect(row).toMatchObject({ ...upstream, agreed: null, epoch: null });
    },
  );

  it.each(engines)('SYN-205 006 leaves tokens as they were, and nobody signed in, on %s', async (engine) => {
    const place = await emptyPlace(engine);
    const token = { hash: 't', label: 'Ada', madeAt: 1, lastUsedAt: null, revokedAt: null };
    await olderHub(place, 4, (db) => db.insertInto('tokens').values(token).execute());
    const { tokens, adminSessions, adminTries } = await openForTest(place);
    expect(await tokens.use('t', 5)).toEqual({ label: 'Ada' });
    expect([await adminSessions.list(), await adminTries.read(['*'])]).toEqual([[], []]);
    await adminSessions.add({ hash: 's', token: 't', address: '::1', madeAt: 6, usedAt: 6 });
    expect(await adminSessions.find('s')).toMatchObject({ label: 'Ada', usedAt: 6 });
  });

  it.each(engines)(
    'SYN-206 a database that a newer version wrote is refused and left alone on %s',
    async (engine) => {
      const place = await emptyPlace(engine);
      const storage = await openForTest(place);
      await storage.settings.write('mark', 'kept');
      await storage.replace((db) =>
        db
          .$extendTables<{ migrations: { name: string; timestamp: string } }>()
          .insertInto('migrations')
          .values({ name: '999-later', timestamp: 'later' })
          .execute(),
      );
      await expect(openStorage(place)).rejects.toThrow('OUT-SYN-035');
      expect(await storage.settings.read('mark')).toBe('kept');
    },
  );

  it('SYN-207 a database that cannot be opened is named', async () => {
    await expect(openStorage({ url: 'postgres://nobody@localhost:1/none' })).rejects.toThrow('OUT-SYN-034');
    await expect(openStorage({ file: '/dev/null/hub.db' })).rejects.toThrow('OUT-SYN-034');
  });
});
