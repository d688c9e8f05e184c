import { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import { migrate } from '../migrate.ts';
import { postgresEngine } from '../postgres.ts';
import { sqliteEngine } from '../sqlite.ts';
import type { Tables } from '../tables.ts';
import { first } from './001-first.ts';

it.each(engines)(
  'SYN-205 attachments of the version before get numbers in the order in which they became whole, on %s',
  async (name) => {
    const place = await emptyPlace(name);
    const engine = 'url' in place ? postgresEngine(place.url) : sqliteEngine(place.file, 'wal');
    const db = new Kysely<Tables>({ dialect: engine.dialect });
    await migrate(db, engine, { '001-first': first });
    const row = (workspace: string, hash: string, completedAt: number | null) => ({
      workspace,
      hash,
      size: 1,
      received: completedAt === null ? 0 : 1,
      completedAt,
      startedAt: 0,
    });
    await db
      .insertInto('blobs')
      .values([
        row('w', 'c', 10),
        row('w', 'b', 20),
        row('w', 'a', 20),
        row('w', 'x', null),
        row('v', 'd', 5),
      ])
      .execute();
    await db.destroy();
    await engine.close();
    const { blobs, upstreams } = await openForTest(place);
    const list = async (workspace: string) =>
      (await blobs.list({ workspace })).map(({ hash, number }) => `${hash}${number}`);
    expect([await list('w'), await list('v')]).toEqual([['c1', 'a2', 'b3'], ['d1']]);
    expect([await blobs.last('w'), await upstreams.list()]).toEqual([3, []]);
  },
);
