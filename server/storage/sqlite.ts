import Database from 'libsql';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import type { Engine } from './engine.ts';

type LibsqlDatabase = InstanceType<typeof Database>;

/** Statements kept prepared; the texts of queries are few. */
const mostStatements = 200;

/** libsql gives blobs as ArrayBuffers; everything else of the project works with Uint8Arrays. */
function withBytes(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const fields = row as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof ArrayBuffer) fields[name] = new Uint8Array(value);
  }
  return row;
}

function statementOf(database: LibsqlDatabase, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters).map(withBytes),
    run: (parameters) => statement.run(parameters),
    iterate: (parameters) => statement.iterate(parameters),
  };
}

function databaseOf(database: LibsqlDatabase): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      let statement = prepared.get(sql);
      if (statement === undefined) {
        if (prepared.size >= mostStatements) prepared.clear();
        statement = statementOf(database, sql);
        prepared.set(sql, statement);
      }
      return statement;
    },
    close() {
      prepared.clear();
      database.close();
    },
  };
}

/** Writers take the write lock at their beginning: a lock taken half-way fails when another process wrote in between. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: LibsqlDatabase;

  constructor(database: LibsqlDatabase) {
    super({ database: databaseOf(database) });
    this.#database = database;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk makes SQLite roll back by itself.
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #database: LibsqlDatabase;

  constructor(database: LibsqlDatabase) {
    super({ database: databaseOf(database) });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database);
  }
}

/**
 * One SQLite file, with a write-ahead log or a rollback journal; every commit is on the disk when it returns.
 * @throws Error of libsql when the file cannot be opened.
 */
export function sqliteEngine(path: string, journal: 'wal' | 'delete'): Engine {
  const database = new Database(path);
  database.pragma('busy_timeout = 15000');
  database.pragma(`journal_mode = ${journal}`);
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is removed is overwritten with zeros.
  database.pragma('secure_delete = ON');
  const listeners = new Set<(workspace: string | undefined) => void>();
  return {
    name: 'sqlite',
    columnTypes: { bytes: 'blob', large: 'integer' },
    dialect: new LibsqlDialect(database),
    hasRowLocks: false,
    tuning: [],
    scrub() {
      // The write-ahead log holds the pages as they were before.
      if (journal === 'wal') database.pragma('wal_checkpoint(TRUNCATE)');
      return Promise.resolve();
    },
    announce: () => Promise.resolve(),
    announced(workspace) {
      for (const listener of listeners) listener(workspace);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
