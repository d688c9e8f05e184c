import { Button } from '#renderer/ui/Button.tsx';
import { listOf } from '#shared/definition/record.ts';
import type { WorkbookRow } from '../workbook-rows.ts';
import styles from './figures.module.css';

interface TakeEvidenceProps {
  readonly row: WorkbookRow;
  readonly onEvidence: (evidence: readonly string[]) => void;
}

/** Puts all evidence of the assessors to the rating that the team agrees on, in one step. */
export function TakeEvidence({ row: { answer, ratings }, onEvidence }: TakeEvidenceProps) {
  const own = answer ? listOf(answer, 'evidence') : [];
  const all = new Set([...own, ...ratings.flatMap((rating) => listOf(rating, 'evidence'))]);
  const missing = all.size - own.length;
  if (missing === 0) return null;
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => onEvidence([...all])}>
        {missing === 1
          ? 'Take over 1 piece of evidence of the assessors'
          : `Take over all ${missing} pieces of evidence of the assessors`}
      </Button>
    </div>
  );
}
