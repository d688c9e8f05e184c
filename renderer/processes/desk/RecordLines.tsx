import type { ReactNode } from 'react';
import type { Row } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { RowMarking } from '#renderer/record/RowMarking.tsx';
import { useRowTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './Desk.module.css';

interface RecordLinesProps {
  readonly label: string;
  readonly type: RecordType;
  /** Undefined while they are fetched. */
  readonly rows: readonly Row[] | undefined;
  readonly empty: string;
  /** Where all lines have the same owner, saying so on each says nothing. */
  readonly hideOwner?: boolean;
  /** What stands at the end of a line. */
  readonly end: (row: Row) => ReactNode;
}

/** A few records, one line each, every line a link. */
export function RecordLines({ label, type, rows, empty, hideOwner = false, end }: RecordLinesProps) {
  if (!rows) return null;
  if (rows.length === 0) return <EmptyState compact title={empty} />;
  return (
    <ul className={styles.lines} aria-label={label}>
      {rows.map((row) => (
        <RecordLine key={row.id} {...{ type, row, hideOwner, end }} />
      ))}
    </ul>
  );
}

function RecordLine({
  type,
  row,
  hideOwner,
  end,
}: Required<Pick<RecordLinesProps, 'type' | 'hideOwner' | 'end'>> & { readonly row: Row }) {
  const titleOf = useRowTitles(row);
  const owner = row.cells['assignee'];
  const priority = row.cells['priority'];
  return (
    <li>
      <AppLink href={paths.record(row.id)} className={styles.line}>
        <span className={styles.lineNumber}>{String(row.cells['number'])}</span>
        <span className={styles.linePriority}>
          {typeof priority === 'string' && <PriorityChip value={priority} compact />}
        </span>
        <span className={styles.lineTitle}>
          <RowMarking row={row} />
          {String(row.cells[type.views.title] ?? '')}
        </span>
        {!hideOwner && (
          <span className={styles.lineOwner}>{typeof owner === 'string' ? titleOf(owner) : 'nobody'}</span>
        )}
        <span className={styles.lineEnd}>{end(row)}</span>
      </AppLink>
    </li>
  );
}
