import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { useShowMarkings } from '#renderer/session/shown-markings.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { markingFieldName } from '#shared/definition/marking-field.ts';
import type { Column } from '../columns/columns.ts';
import { gridTemplate, gridWidth, rowId } from './grid-template.ts';
import { HeaderCell } from './HeaderCell.tsx';
import { RecordRow } from './RecordRow.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useRows } from './use-rows.ts';
import type { Selection } from './use-selection.ts';
import { rowHeight, useWindow } from './use-window.ts';
import type { Query, Sort } from '#shared/definition/query.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './table.module.css';

const headerHeight = 28;

/** What the page around the table tells: how many there are, or why there is no answer. */
export interface ListAnswer {
  readonly total: number | undefined;
  readonly problem: Problem | undefined;
}

interface RecordTableProps {
  readonly type: RecordType;
  readonly query: Query;
  readonly columns: readonly Column[];
  readonly sort: readonly Sort[];
  readonly selection: Selection;
  readonly openRecord: string | undefined;
  readonly onOpen: (id: string, index: number) => void;
  readonly onSort: (column: string) => void;
  readonly onWidth: (column: string, width: number) => void;
  readonly onAnswer: (answer: ListAnswer) => void;
}

/** The rows of a list: only those in sight are on the page, however many there are. */
export function RecordTable(props: RecordTableProps) {
  const { type, query, columns, sort, selection, openRecord, onOpen, onSort, onWidth, onAnswer } = props;
  const { place, update } = selection;
  const now = useNow();
  const zone = useZone();
  const start = useStart(place.key, place.scrollTop);
  const [scroller, sight] = useWindow(headerHeight, start, (top) => update({ scrollTop: top }));
  const rows = useRows(query, sight.first, sight.end);
  const total = rows.total ?? 0;
  const active = Math.min(place.active, Math.max(0, total - 1));
  const words = useMemo(() => (query.text ?? '').split(/\s+/).filter((word) => word !== ''), [query.text]);
  useEffect(
    () => onAnswer({ total: rows.total, problem: rows.problem }),
    [onAnswer, rows.total, rows.problem],
  );

  const { reveal } = sight;
  const move = useCallback(
    (to: number) => {
      const index = Math.max(0, Math.min(total - 1, to));
      update({ active: index });
      reveal(index);
    },
    [total, update, reveal],
  );
  const { at } = rows;
  const isSelected = (id: string | undefined) => id !== undefined && selection.selected.has(id);
  const act = useListKeys({ active, total, at, move, selection, onOpen, pageRows: sight.rowsInSight });
  const toggle = useCallback(
    (id: string, index: number, isRange: boolean) =>
      isRange ? selection.extend(index) : selection.toggle(id, index),
    [selection],
  );
  const open = useCallback(
    (id: string, index: number) => {
      update({ active: index });
      onOpen(id, index);
    },
    [update, onOpen],
  );

  const width = gridWidth(columns);
  const template = gridTemplate(columns, type.views.title);
  const first = Math.min(sight.first, total);
  const indexes = Array.from({ length: Math.min(sight.end, total) - first }, (_, offset) => first + offset);
  useShowMarkings(
    indexes.flatMap((index) => {
      const row = at(index);
      const own = row?.cells[markingFieldName];
      return [...(typeof own === 'string' ? [own] : []), ...Object.values(row?.markings ?? {})];
    }),
  );
  const isAllSelected =
    total > 0 && selection.selected.size >= total && indexes.every((index) => isSelected(at(index)?.id));
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={type.plural}
      aria-rowcount={rows.total === undefined ? -1 : total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-busy={rows.isStale}
      aria-activedescendant={total > 0 ? rowId(type.name, active) : undefined}
      className={styles.grid}
      data-list-grid
      onScroll={sight.onScroll}
      onKeyDown={act}
    >
      <div
        className={styles.header}
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, minWidth: width }}
      >
        <div role="columnheader" aria-colindex={1} className={styles.select}>
          <input
            type="checkbox"
            aria-label={`Select all ${String(total)}`}
            tabIndex={-1}
            checked={isAllSelected}
            onChange={() => (isAllSelected ? selection.clear() : selection.selectAll())}
          />
        </div>
        {columns.map((column, index) => (
          <HeaderCell
            key={column.name}
            column={column}
            index={index + 2}
            sort={sort.find((one) => one.column === column.name)}
            onSort={onSort}
            onWidth={onWidth}
          />
        ))}
      </div>
      <div className={styles.space} role="rowgroup" style={{ height: total * rowHeight, minWidth: width }}>
        {indexes.map((index) => {
          const row = at(index);
          return (
            <RecordRow
              key={index}
              id={rowId(type.name, index)}
              {...{ type, columns, index, row, now, zone, words, template }}
              isActive={index === active}
              isSelected={isSelected(row?.id)}
              isOpen={row !== undefined && row.id === openRecord}
              onOpen={open}
              onToggle={toggle}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Where a question begins: where it was left, or the top for another one. A new object for each question. */
function useStart(key: string, top: number): { readonly key: string; readonly top: number } {
  const [start, setStart] = useState({ key, top });
  if (start.key === key) return start;
  const next = { key, top };
  setStart(next);
  return next;
}
