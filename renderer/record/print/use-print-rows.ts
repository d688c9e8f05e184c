import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { formatLocal } from '#shared/kernel/time.ts';
import type { Column } from '../columns/columns.ts';
import { formatValue } from '../fields/format-value.ts';
import { markingFieldName } from '#shared/definition/marking-field.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

export interface PrintRow {
  readonly id: string;
  readonly cells: readonly string[];
  /** Records that it names. */
  readonly named: readonly string[];
  /** Its own marking; '' where it has none. */
  readonly marking: string;
}

const perRead = 1000;

/** Every row of a list as texts, read page by page. */
export function usePrintRows(
  type: RecordType,
  query: Query,
  columns: readonly Column[],
  zone: string,
): { readonly rows: readonly PrintRow[]; readonly total: number; readonly isComplete: boolean } {
  const data = useData();
  const [state, setState] = useState<{ rows: readonly PrintRow[]; total: number; isComplete: boolean }>({
    rows: [],
    total: 0,
    isComplete: false,
  });
  useEffect(() => {
    const controller = new AbortController();
    const read = async () => {
      const rows: PrintRow[] = [];
      for (;;) {
        const page = await data.query(query, { offset: rows.length, limit: perRead });
        if (controller.signal.aborted) return;
        for (const { id, cells, labels } of page.rows) {
          const words = { zone, label: (one: string) => labels[one] ?? one };
          rows.push({
            id,
            named: Object.keys(labels),
            marking: String(cells[markingFieldName] ?? ''),
            cells: columns.map((column) => printCell(column, cells[column.name] ?? null, words)),
          });
        }
        const isComplete = page.rows.length === 0 || rows.length >= page.total;
        setState({ rows: [...rows], total: page.total, isComplete });
        if (isComplete) return;
      }
    };
    void read();
    return () => controller.abort();
  }, [data, type, query, columns, zone]);
  return state;
}

/** Paper has no hover: instants stand in full. */
function printCell(
  column: Column,
  value: string | number | boolean | null | readonly string[],
  words: { readonly zone: string; readonly label: (id: string) => string },
): string {
  if (column.kind === 'instant' && typeof value === 'number') return formatLocal(value, words.zone);
  return formatValue(column, value, words);
}
