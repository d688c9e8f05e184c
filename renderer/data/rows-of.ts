import { columnValues } from '#shared/engine/column-values.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Row } from './index/protocol.ts';
import type { Data } from './workspace-data.ts';

/** Records as rows of a list, in their order. */
export async function rowsOf(data: Data, records: readonly RecordView[]): Promise<readonly Row[]> {
  const known = records.flatMap((record) => {
    const type = data.catalogue.type(record.type);
    return type ? [{ record, cells: columnValues(type, record, data.config, data.now()) }] : [];
  });
  const named = known.flatMap(({ cells }) => Object.values(cells).flat());
  const names = await data.names([...new Set(named.filter((value) => typeof value === 'string'))]);
  const labels = Object.fromEntries(Object.entries(names).map(([id, { title }]) => [id, title]));
  const marked = Object.entries(names).filter(([, { marking }]) => marking !== '');
  const markings = Object.fromEntries(marked.map(([id, { marking }]) => [id, marking]));
  return known.map(({ record, cells }) => ({ id: record.id, type: record.type, cells, labels, markings }));
}
