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
