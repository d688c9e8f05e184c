import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Period } from '#shared/engine/figure.ts';
import { leadAssessment } from '#shared/processes/improvement/assessment-rights.ts';
import { PeriodForm } from './PeriodForm.tsx';
import styles from './figures.module.css';

interface FigurePeriodProps {
  readonly assessment: RecordView;
  readonly cell: Cell;
  readonly period: Period;
  readonly at: number | undefined;
  /** The assessment is under way. */
  readonly isOpen: boolean;
}

/** Of which time the figures are, and since when they have been so. The lead assessor sets the period for the whole team. */
export function FigurePeriod({ assessment, cell, period, at, isOpen }: FigurePeriodProps) {
  const { zone } = useData();
  const actor = useKnownActor();
  const [isChanging, setChanging] = useState(false);
  const mayChange = isOpen && leadAssessment.allows(actor, assessment);
  return (
    <>
      <p className={styles.period}>
        <span>
          Figures of <Time at={period.from} mode="date" /> to <Time at={period.below - 1} mode="date" />, data
          as of {at === undefined ? '…' : <Time at={at} mode="absolute" />}, {zone}.
          {cell.instance !== '' && ' They are of the whole unit, not of this instance alone.'}
        </span>
        {mayChange && !isChanging && (
          <Button size="small" variant="quiet" onClick={() => setChanging(true)}>
            Change period
          </Button>
        )}
      </p>
      {isChanging && (
        <PeriodForm assessment={assessment} period={period} onClose={() => setChanging(false)} />
      )}
    </>
  );
}
