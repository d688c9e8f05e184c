import type { Kysely } from 'kysely';

/** What a hub above is known to hold alike, by its epoch and the own one. Frozen. */
export async function agreement(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('upstreams').addColumn('agreed', 'text').execute();
  await db.schema.alterTable('upstreams').addColumn('epoch', 'text').execute();
}
