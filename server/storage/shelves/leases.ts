import type { Kysely } from 'kysely';
import type { LeaseRow, Tables } from '../tables.ts';

/** Who of several processes does a job. */
export interface Leases {
  read(name: string): Promise<LeaseRow | undefined>;
  /** Writes it anew where it still stands as it was seen. @returns whether it did. */
  take(seen: LeaseRow | undefined, now: LeaseRow): Promise<boolean>;
}

export function leasesIn(db: Kysely<Tables>): Leases {
  return {
    read: (name) => db.selectFrom('leases').selectAll().where('name', '=', name).executeTakeFirst(),
    async take(seen, now) {
      if (seen === undefined) {
        const { numInsertedOrUpdatedRows = 0n } = await db
          .insertInto('leases')
          .values(now)
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows > 0n;
      }
      const { numUpdatedRows } = await db
        .updateTable('leases')
        .set(now)
        .where('name', '=', seen.name)
        .where('holder', '=', seen.holder)
        .where('beat', '=', seen.beat)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
