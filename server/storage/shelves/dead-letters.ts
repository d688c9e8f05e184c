import { sql, type Kysely } from 'kysely';
import type { DeadLetterRow, Tables } from '../tables.ts';

export type DeadLetterHead = Omit<DeadLetterRow, 'bytes' | 'signature'>;
export type NewDeadLetter = Omit<DeadLetterRow, 'workspace' | 'via' | 'letGoAt'>;

/** Who brought what was refused. */
export interface DeadLetterSender {
  readonly workspace: string;
  readonly via: string;
}

/** What is kept for each sender in a workspace. */
export interface DeadLetterBounds {
  /** Letters with contents, and their bytes. */
  readonly letters: number;
  readonly bytes: number;
}

/** What was refused, kept whole as long as its sender has not too much of it. */
export interface DeadLetters {
  /**
   * The same bytes refused for the same reason are kept once. Beyond the bounds the sender's oldest contents go, and the rest of them stays; beyond
   * ten times as many the oldest are only counted.
   */
  add(sender: DeadLetterSender, letters: readonly NewDeadLetter[], bounds: DeadLetterBounds): Promise<void>;
  /** The newest first. */
  list(workspace?: string, most?: number): Promise<readonly DeadLetterHead[]>;
  find(id: string): Promise<DeadLetterRow | undefined>;
  /** Its contents go, and the rest of it stays. @param at epoch ms */
  letGo(id: string, at: number): Promise<void>;
  remove(id: string): Promise<void>;
}

const headColumns = [
  'id',
  'workspace',
  'replica',
  'first',
  'last',
  'bytesHash',
  'code',
  'message',
  'via',
  'receivedAt',
  'size',
  'letGoAt',
] as const;
const headsForOne = 10;
const idsAtOnce = 500;

export function deadLettersIn(db: Kysely<Tables>): DeadLetters {
  return {
    async add(sender, letters, bounds) {
      if (letters.length === 0) return;
      const kept = letters.slice(-bounds.letters * headsForOne);
      for (const letter of kept) {
        await db
          .insertInto('deadLetters')
          .values({ ...letter, ...sender, letGoAt: null })
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'replica', 'first', 'bytesHash', 'code']).doNothing(),
          )
          .execute();
      }
      await bound(db, sender, bounds, letters.length - kept.length);
    },
    list(workspace, most = 1000) {
      const all = db.selectFrom('deadLetters').select(headColumns);
      const wanted = workspace === undefined ? all : all.where('workspace', '=', workspace);
      return wanted.orderBy('receivedAt', 'desc').orderBy('id').limit(most).execute();
    },
    find: (id) => db.selectFrom('deadLetters').selectAll().where('id', '=', id).executeTakeFirst(),
    async letGo(id, at) {
      await db
        .updateTable('deadLetters')
        .set({ bytes: new Uint8Array(), signature: null, letGoAt: at })
        .where('id', '=', id)
        .execute();
    },
    async remove(id) {
      await db.deleteFrom('deadLetters').where('id', '=', id).execute();
    },
  };
}

async function bound(
  db: Kysely<Tables>,
  { workspace, via }: DeadLetterSender,
  { letters, bytes }: DeadLetterBounds,
  uncounted: number,
): Promise<void> {
  const rows = await db
    .selectFrom('deadLetters')
    .select(['id', 'size', 'letGoAt', 'receivedAt'])
    .where('workspace', '=', workspace)
    .where('via', '=', via)
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const newest = rows[0]?.receivedAt ?? 0;
  let left = bytes;
  const surplus = rows.filter(({ size }, index) => {
    left -= size;
    return index >= letters || left < 0;
  });
  const emptied = surplus.filter(({ letGoAt }) => letGoAt === null).map(({ id }) => id);
  const gone = rows.slice(letters * headsForOne).map(({ id }) => id);
  for (const ids of inParts(emptied)) {
    await db
      .updateTable('deadLetters')
      .set({ bytes: new Uint8Array(), signature: null, letGoAt: newest })
      .where('id', 'in', ids)
      .execute();
  }
  for (const ids of inParts(gone)) await db.deleteFrom('deadLetters').where('id', 'in', ids).execute();
  const forgotten = gone.length + uncounted;
  if (forgotten === 0) return;
  await db
    .updateTable('replicas')
    .set({ deadForgotten: sql`${sql.ref('deadForgotten')} + ${forgotten}` })
    .where('workspace', '=', workspace)
    .where('replica', '=', via)
    .execute();
}

function inParts(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, index) =>
    ids.slice(index * idsAtOnce, (index + 1) * idsAtOnce),
  );
}
