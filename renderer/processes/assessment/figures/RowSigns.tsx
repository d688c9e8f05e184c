import { useRecordsById } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { paths } from '#renderer/record/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { endedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import type { WorkbookMode } from '../use-ratings.ts';
import type { WorkbookRow } from '../workbook-rows.ts';
import { FigureTable } from './FigureTable.tsx';
import { FigurePeriod } from './FigurePeriod.tsx';
import type { Figure } from './kept-figure.ts';
import { LookFor } from './LookFor.tsx';
import { TakeEvidence } from './TakeEvidence.tsx';
import { useFigures } from './use-figures.ts';
import { useKeep } from './use-keep.ts';
import styles from './figures.module.css';

interface RowSignsProps {
  readonly assessment: RecordView;
  readonly row: WorkbookRow;
  readonly mode: WorkbookMode;
  readonly source: ItemSource;
  readonly onEvidence: (evidence: readonly string[]) => void;
}

/** What to look for to rate a line, and what Outpost's own records show of it. It proposes no rating. */
export function RowSigns({ assessment, row, mode, source, onEvidence }: RowSignsProps) {
  const { cell, answer } = row;
  const { figures, period, at } = useFigures(assessment, cell);
  const { keep, busy, linked, idOf, problems, dismiss } = useKeep({
    assessment,
    cell,
    rating: answer,
    period,
    at,
    onEvidence,
  });
  const kept = useRecordsById(at === undefined ? [] : figures.map(idOf)) ?? [];
  const keptOf = (figure: Figure) => {
    const evidence = at === undefined ? undefined : kept.find(({ id }) => id === idOf(figure));
    if (evidence && (mode === 'look' || linked.includes(evidence.id)))
      return <AppLink href={paths.record(evidence.id)}>Kept as {evidence.number}</AppLink>;
    if (mode === 'look') return null;
    return (
      <Button
        size="small"
        busy={busy === figure.metric.name}
        disabled={figure.values === undefined}
        onClick={() => void keep(figure)}
        aria-label={`Keep “${figure.metric.label}” as evidence`}
      >
        Keep as evidence
      </Button>
    );
  };
  return (
    <div className={styles.signs}>
      {mode === 'agree' && <TakeEvidence row={row} onEvidence={onEvidence} />}
      <LookFor cell={cell} source={source} />
      <ProblemAlert problems={problems} onDismiss={dismiss} />
      {figures.length === 0 ? (
        <p className={styles.muted}>Outpost keeps no records that show this.</p>
      ) : (
        <>
          <FigurePeriod
            assessment={assessment}
            cell={cell}
            period={period}
            at={at}
            isOpen={!endedStates.includes(assessment.state)}
          />
          <FigureTable figures={figures} keepOf={keptOf} />
        </>
      )}
    </div>
  );
}
