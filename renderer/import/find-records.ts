import type { Data } from '#renderer/data/data.ts';
import type { FoundRecord, Lookup } from '#shared/import/resolve.ts';

const rowsAtOnce = 200;

/** Finds records by equal values, through the index of the workspace. */
export function findIn(data: Data): Lookup['find'] {
  return async (type, column, values, under) => {
    if (values.length === 0) return [];
    if (column === 'id') {
      const views = await data.loadMany(values);
      return views.filter((view) => view.type === type).map((view) => ({ id: view.id, value: view.id }));
    }
    const query = { type, where: [{ column, in: values }] };
    const found: FoundRecord[] = [];
    for (let offset = 0; ; offset += rowsAtOnce) {
      const { rows, total } = await data.query(query, { offset, limit: rowsAtOnce });
      for (const { id, cells } of rows) {
        const above = under === undefined ? undefined : cells[under];
        found.push({ id, value: String(cells[column]), ...(typeof above === 'string' ? { above } : {}) });
      }
      if (rows.length === 0 || offset + rows.length >= total) return found;
    }
  };
}
