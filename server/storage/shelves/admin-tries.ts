import { sql, type Kysely } from 'kysely';
import type { AdminTriesRow, Tables } from '../tables.ts';

/** How often somebody came with a wrong token, by where from; 0 where a right one came last. */
export interface AdminTries {
  read(sources: readonly string[]): Promise<readonly AdminTriesRow[]>;
  /** Counts one more; from 1 again where the last one was before a moment. */
  fail(source: string, at: number, countedSince: number): Promise<void>;
  /** A right token came from there: its failures are forgotten, and that it is known is kept. */
  succeed(source: string, at: number): Promise<void>;
  /** Forgets all of which nothing was heard since a moment. */
  forget(before: number): Promise<void>;
}

export function adminTriesIn(db: Kysely<Tables>): AdminTries {
  return {
    read: (sources) => db.selectFrom('adminTries').selectAll().where('source', 'in', sources).execute(),
    async fail(source, at, countedSince) {
      const [failures, failedAt] = [sql.ref('adminTries.failures'), sql.ref('adminTries.failedAt')];
      const next = sql<number>`case when ${failedAt} < ${countedSince} then 1 else ${failures} + 1 end`;
      await db
        .insertInto('adminTries')
        .values({ source, failures: 1, failedAt: at })
        .onConflict((conflict) => conflict.column('source').doUpdateSet({ failures: next, failedAt: at }))
        .execute();
    },
    async succeed(source, at) {
      const known = { failures: 0, failedAt: at };
      await db
        .insertInto('adminTries')
        .values({ source, ...known })
        .onConflict((conflict) => conflict.column('source').doUpdateSet(known))
        .execute();
    },
    async forget(before) {
      await db.deleteFrom('adminTries').where('failedAt', '<', before).execute();
    },
  };
}
