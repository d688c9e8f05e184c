import { Button } from '#renderer/ui/Button.tsx';
import type { Cell } from '#shared/assessment/workbook.ts';
import { textOf } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { WorkbookRow } from './workbook-rows.ts';
import styles from './workbook.module.css';

interface AgreeOnAllProps {
  readonly rows: readonly WorkbookRow[];
  readonly onAgree: (cell: Cell, fields: FieldValues) => Promise<void>;
}

/** Where two or more assessors said the same and nobody something else, one step agrees on it. */
export function AgreeOnAll({ rows, onAgree }: AgreeOnAllProps) {
  const alike = rows.flatMap((row) => {
    const said = [
      ...new Set(row.ratings.map((rating) => textOf(rating, 'value')).filter((value) => value !== '')),
    ];
    const isAnswered = row.answer !== undefined && textOf(row.answer, 'value') !== '';
    return row.ratings.length > 1 && said.length === 1 && !isAnswered
      ? [{ cell: row.cell, value: said[0] ?? '' }]
      : [];
  });
  if (alike.length === 0) return null;
  const agree = async () => {
    for (const { cell, value } of alike)
      await onAgree(cell, { value, reason: 'All assessors said the same.' });
  };
  return (
    <div className={styles.bulk}>
      <Button onClick={() => void agree()}>
        {alike.length === 1
          ? 'Agree on the line where all say the same'
          : `Agree on ${alike.length} lines where all say the same`}
      </Button>
    </div>
  );
}
