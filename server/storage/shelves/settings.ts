import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What the hub knows of itself: one value a name. */
export interface Settings {
  read(name: string): Promise<string | undefined>;
  write(name: string, value: string): Promise<void>;
  /** Writes it unless it is there. @returns what stands there then. */
  keep(name: string, value: string): Promise<string>;
}

export function settingsIn(db: Kysely<Tables>): Settings {
  const read = async (name: string) => {
    const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value;
  };
  return {
    read,
    async write(name, value) {
      await db
        .insertInto('settings')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    async keep(name, value) {
      await db
        .insertInto('settings')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      return (await read(name)) ?? value;
    },
  };
}
