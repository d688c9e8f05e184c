import { sql, type Kysely } from 'kysely';
import type { AdminTriesRow, Tables } from '../tables.ts';

/** How often somebody came with a wrong token, by where from. */
export interface AdminTries {
  read(sources: readonly string[]): Promise<readonly AdminTriesRow[]>;
  /** Counts one more; from 1 again where the last one was before a moment. */
  fail(source: string, at: number, countedSince: number): Promise<void>;
  /** Forgets a source, and all whose last failure was before a moment. */
  forget(source: string | undefined, before: number): Promise<void>;
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
    async forget(source, before) {
      await db
        .deleteFrom('adminTries')
        .where((where) =>
          where.or([
            where('failedAt', '<', before),
            ...(source === undefined ? [] : [where('source', '=', source)]),
          ]),
        )
        .execute();
    },
  };
}
