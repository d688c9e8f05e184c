import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine.ts';

const channel = 'outpost_arrivals';
const reconnectAfter = 1000;
const contentTables = ['segments', 'deadLetters', 'blobChunks'] as const;

/** Numbers beyond 2^53 do not occur here; texts in their place would. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id): (text: string) => unknown {
    switch (id) {
      case pg.types.builtins.INT8:
        return Number;
      case pg.types.builtins.BYTEA:
        return bytesOf;
      default:
        return pg.types.getTypeParser(id) as (text: string) => unknown;
    }
  },
};

/** From PostgreSQL's text form `\\x00ff`. */
function bytesOf(text: string): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.from(text.slice(2), 'hex');
  return new Uint8Array(buffer, byteOffset, length);
}

/** Keeps a connection that hears of arrivals in any process; after a break every listener is told to look by itself. */
class Listening {
  readonly #url: string;
  readonly #listeners = new Set<(workspace: string | undefined) => void>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
  }

  add(listener: (workspace: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    if (this.#client === undefined) void this.#connect();
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    this.#client = client;
    const again = () => {
      if (this.#isClosed || this.#client !== client) return;
      this.#client = undefined;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#connect(), reconnectAfter);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload }) => this.#tell(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.#tell(undefined);
    } catch {
      client.end().catch(() => undefined);
      again();
    }
  }

  #tell(workspace: string | undefined): void {
    for (const listener of this.#listeners) listener(workspace);
  }
}

/** A PostgreSQL database; several processes may use it at once. @param url postgres://… */
export function postgresEngine(url: string): Engine {
  const pool = new pg.Pool({ connectionString: url, max: 10, types, options: '-c synchronous_commit=on' });
  // A connection that breaks while idle is replaced with the next query.
  pool.on('error', () => undefined);
  const listening = new Listening(url);
  return {
    name: 'postgresql',
    columnTypes: { bytes: 'bytea', large: 'bigint' },
    dialect: new PostgresDialect({ pool }),
    hasRowLocks: true,
    tuning: contentTables.map(
      // Segments are compressed already.
      (table) => `alter table "${table}" alter column "bytes" set storage external`,
    ),
    async scrub(db) {
      for (const table of contentTables) await sql`vacuum ${sql.table(table)}`.execute(db);
    },
    async announce(db, workspace) {
      await sql`select pg_notify(${channel}, ${workspace})`.execute(db);
    },
    announced: () => undefined,
    listen: (listener) => listening.add(listener),
    close: () => listening.close(),
  };
}
