import { describe, expect, it } from 'vitest';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import { migrations } from './migrations/migrations.ts';
import { openStorage } from './open.ts';

describe('migrations of the hub', () => {
  it('SYN-205 are numbered without gaps', () => {
    const numbers = Object.keys(migrations).map((name) => Number(name.slice(0, 3)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(engines)(
    'SYN-205 002 leaves hubs above as they were, compared with nothing, on %s',
    async (engine) => {
      const place = await emptyPlace(engine);
      const storage = await openForTest(place);
      const upstream = {
        id: 'u',
        workspace: 'w',
        address: 'https://brigade',
        hub: 'h',
        hubKey: new Uint8Array([1]),
        enrolledAt: 1,
      };
      await storage.upstreams.add(upstream);
      await storage.replace(async (db) => {
        const upstreams = db.schema.alterTable('upstreams');
        await upstreams.dropColumn('agreed').execute();
        await upstreams.dropColumn('epoch').execute();
        for (const later of ['recordRuns', 'actorRuns', 'findings', 'rulingProgress']) {
          await db.schema.dropTable(later).execute();
        }
        await db
          .$extendTables<{ migrations: { name: string; timestamp: string } }>()
          .deleteFrom('migrations')
          .where('name', '>=', '004-agreement')
          .execute();
      });
      const [row] = await (await openForTest(place)).upstreams.list();
      expect(row).toMatchObject({ ...upstream, agreed: null, epoch: null });
    },
  );

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
