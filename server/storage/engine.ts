import type { Dialect, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Types of columns that the engines call by other names. */
export interface ColumnTypes {
  readonly bytes: 'blob' | 'bytea';
  readonly large: 'integer' | 'bigint';
}

/** What differs between the databases. */
export interface Engine {
  readonly name: 'sqlite' | 'postgresql';
  readonly columnTypes: ColumnTypes;
  readonly dialect: Dialect;
  /** Whether rows have to be locked for themselves; SQLite has one writer at a time anyway. */
  readonly hasRowLocks: boolean;
  /** Statements after the tables were made. */
  readonly tuning: readonly string[];
  /** Inside the transaction: everybody is told about the workspace once it commits, also in other processes where the engine can. */
  announce(db: Kysely<Tables>, workspace: string): Promise<void>;
  /** After the commit. */
  announced(workspace: string): void;
  /** `undefined` where it may be any workspace, after a break. @returns what ends the listening. */
  listen(listener: (workspace: string | undefined) => void): () => void;
  /** Earlier versions of rows that were changed or removed go from its files. */
  scrub(db: Kysely<Tables>): Promise<void>;
  close(): Promise<void>;
}
