import type { Kysely } from 'kysely';
import type { DeadLetterRow, Tables } from '../tables.ts';

export type DeadLetterHead = Omit<DeadLetterRow, 'bytes' | 'signature' | 'bytesHash'>;

/** What was refused, kept whole. */
export interface DeadLetters {
  /** The same bytes refused for the same reason are kept once. */
  add(letters: readonly DeadLetterRow[]): Promise<void>;
  /** The newest first. */
  list(workspace?: string, most?: number): Promise<readonly DeadLetterHead[]>;
  find(id: string): Promise<DeadLetterRow | undefined>;
  remove(id: string): Promise<void>;
}

const headColumns = [
  'id',
  'workspace',
  'replica',
  'first',
  'last',
  'code',
  'message',
  'via',
  'receivedAt',
  'size',
] as const;

export function deadLettersIn(db: Kysely<Tables>): DeadLetters {
  return {
    async add(letters) {
      for (const letter of letters) {
        await db
          .insertInto('deadLetters')
          .values(letter)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'replica', 'first', 'bytesHash', 'code']).doNothing(),
          )
          .execute();
      }
    },
    list(workspace, most = 1000) {
      const all = db.selectFrom('deadLetters').select(headColumns);
      const wanted = workspace === undefined ? all : all.where('workspace', '=', workspace);
      return wanted.orderBy('receivedAt', 'desc').orderBy('id').limit(most).execute();
    },
    find: (id) => db.selectFrom('deadLetters').selectAll().where('id', '=', id).executeTakeFirst(),
    async remove(id) {
      await db.deleteFrom('deadLetters').where('id', '=', id).execute();
    },
  };
}
