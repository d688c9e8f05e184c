import { memo, type MouseEvent } from 'react';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { Row } from '#renderer/data/data.ts';
import { Cell } from '../columns/Cell.tsx';
import type { Column } from '../columns/columns.ts';
import { paths } from '../navigation.ts';
import { rowHeight } from './use-window.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './table.module.css';

interface RecordRowProps {
  readonly id: string;
  readonly type: RecordType;
  readonly columns: readonly Column[];
  readonly index: number;
  /** Undefined while its page is on the way. */
  readonly row: Row | undefined;
  readonly now: number;
  readonly zone: string;
  readonly words: readonly string[];
  readonly template: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (id: string, index: number) => void;
  readonly onToggle: (id: string, index: number, isRange: boolean) => void;
}

export const RecordRow = memo(function RecordRow(props: RecordRowProps) {
  const { id, columns, index, row, template, isActive, isSelected, isOpen, onOpen, onToggle } = props;
  const place = { gridTemplateColumns: template, transform: `translateY(${index * rowHeight}px)` };
  if (!row)
    return (
      <div
        id={id}
        role="row"
        aria-rowindex={index + 2}
        className={styles.row}
        style={place}
        data-placeholder
      />
    );

  const open = (event: MouseEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.button !== 0) return;
    // Text that was just marked with the mouse is being copied, not opened.
    if (window.getSelection()?.toString()) return;
    event.preventDefault();
    if (event.shiftKey) onToggle(row.id, index, true);
    else onOpen(row.id, index);
  };
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes(
        styles.row,
        isActive && styles.active,
        isSelected && styles.selected,
        isOpen && styles.open,
      )}
      style={place}
      onClick={open}
    >
      <div role="gridcell" aria-colindex={1} className={styles.select}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${String(row.cells['number'])}`}
          checked={isSelected}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(row.id, index, event.shiftKey);
          }}
          readOnly
        />
      </div>
      {columns.map((column, at) => (
        <div
          key={column.name}
          role="gridcell"
          aria-colindex={at + 2}
          className={classes(styles.cell, isNumeric(column) && styles.number)}
        >
          {column.name === 'number' ? (
            <AppLink
              href={paths.record(row.id)}
              tabIndex={-1}
              className={styles.link}
              draggable={false}
              onClick={open}
            >
              <Cell {...props} row={row} column={column} />
            </AppLink>
          ) : (
            <Cell {...props} row={row} column={column} />
          )}
        </div>
      ))}
    </div>
  );
});

function isNumeric(column: Column): boolean {
  return column.kind === 'number' || column.kind === 'milliseconds';
}
