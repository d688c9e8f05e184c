import type { PointerEvent } from 'react';
import type { Column } from '../columns/columns.ts';
import type { Sort } from '#shared/definition/query.ts';
import styles from './table.module.css';

interface HeaderCellProps {
  readonly column: Column;
  /** Place in the grid, from 1. */
  readonly index: number;
  readonly sort: Sort | undefined;
  readonly onSort: (column: string) => void;
  readonly onWidth: (column: string, width: number) => void;
}

/** A heading: sorts by a click, gets wider or narrower by its right edge. */
export function HeaderCell({ column, index, sort, onSort, onWidth }: HeaderCellProps) {
  const direction = sort === undefined ? undefined : sort.descending ? 'descending' : 'ascending';
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const cell = event.currentTarget.parentElement;
    if (cell) onWidth(column.name, event.clientX - cell.getBoundingClientRect().left);
  };
  return (
    <div role="columnheader" aria-colindex={index} aria-sort={direction} className={styles.heading}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort(column.name)}
        title={`Sort by ${column.label.toLowerCase()}`}
      >
        <span className={styles.headingText}>{column.label}</span>
        {direction && <span aria-hidden="true">{direction === 'ascending' ? '▲' : '▼'}</span>}
      </button>
      <span
        className={styles.resize}
        aria-hidden="true"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
    </div>
  );
}
