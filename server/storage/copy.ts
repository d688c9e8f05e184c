import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

interface CopiedTable {
  readonly name: keyof Tables;
  /** Its primary key. */
  readonly key: readonly string[];
  /** Rows read at once. */
  readonly rows: number;
}

const small = 1000;
/** Rows that hold bytes may be large. */
const large = 8;

/** Every table; a test holds the list against the database. */
export const copiedTables: readonly CopiedTable[] = [
  { name: 'settings', key: ['name'], rows: small },
  { name: 'workspaces', key: ['id'], rows: small },
  { name: 'replicas', key: ['workspace', 'replica'], rows: small },
  { name: 'logs', key: ['workspace', 'replica'], rows: small },
  { name: 'segments', key: ['workspace', 'arrival'], rows: large },
  { name: 'codes', key: ['hash'], rows: small },
  { name: 'deadLetters', key: ['id'], rows: large },
  { name: 'blobs', key: ['workspace', 'hash'], rows: small },
  { name: 'blobChunks', key: ['workspace', 'hash', 'start'], rows: large },
  { name: 'blobHolders', key: ['workspace', 'replica', 'hash'], rows: small },
  { name: 'blobErrands', key: ['upstream', 'hash'], rows: small },
  { name: 'upstreams', key: ['id'], rows: small },
  { name: 'tokens', key: ['hash'], rows: small },
  { name: 'adminSessions', key: ['hash'], rows: small },
  { name: 'adminTries', key: ['source'], rows: small },
  { name: 'leases', key: ['name'], rows: small },
  { name: 'recordRuns', key: ['workspace', 'record', 'arrival'], rows: small },
  { name: 'actorRuns', key: ['workspace', 'actor', 'arrival'], rows: small },
  { name: 'findings', key: ['workspace', 'replica', 'seq'], rows: small },
  { name: 'rulingProgress', key: ['workspace'], rows: small },
];

type Row = Readonly<Record<string, unknown>>;

/** Copies everything between two databases of the same form, whichever engines hold them. What stood in the target goes. @returns rows copied. */
export async function copyAll(from: Kysely<Tables>, to: Kysely<Tables>): Promise<number> {
  let copied = 0;
  for (const table of copiedTables) {
    await sql`delete from ${sql.table(table.name)}`.execute(to);
    for await (const rows of batches(from, table)) {
      await insert(to, table.name, rows);
      copied += rows.length;
    }
  }
  return copied;
}

async function* batches(db: Kysely<Tables>, { name, key, rows }: CopiedTable): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let after = sql``;
  for (;;) {
    const query = sql<Row>`select * from ${sql.table(name)} ${after} order by ${columns} limit ${sql.lit(rows)}`;
    const { rows: found } = await query.execute(db);
    const last = found.at(-1);
    if (last === undefined) return;
    yield found;
    if (found.length < rows) return;
    after = sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`;
  }
}

async function insert(db: Kysely<Tables>, name: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  // Both engines bound the number of values in one statement.
  const most = Math.max(1, Math.floor(10_000 / columns.length));
  for (let start = 0; start < rows.length; start += most) {
    const values = rows
      .slice(start, start + most)
      .map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(db);
  }
}
