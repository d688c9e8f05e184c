import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import type { Vault } from '#shared/trust/vault.ts';
import { openRow, sealedTables, sealRow } from './contents.ts';

/** Encrypts what Dexie writes, and opens what it reads. Nothing is awaited in between, so transactions stay open. */
export function vaultMiddleware(vault: Vault): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'vault',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return sealedTables.includes(name) ? sealedTable(vault, table) : table;
      },
    }),
  };
}

function sealedTable(vault: Vault, table: DBCoreTable): DBCoreTable {
  const { name } = table;
  const open = (row: unknown) => openRow(vault, name, row);
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row: unknown) => sealRow(vault, name, row)) }
          : request,
      ),
    get: (request) => table.get(request).then(open),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? openedCursor(cursor, open) : cursor)),
  };
}

/** Methods of a cursor ask for their own object as `this`. */
function openedCursor(cursor: DBCoreCursor, open: (row: unknown) => unknown): DBCoreCursor {
  return new Proxy(cursor, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (name === 'value') return open(found);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
}
