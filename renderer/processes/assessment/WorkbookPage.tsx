import { useMemo } from 'react';
import { useRecord, useSummary } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { cellsOf, processesOf, type Cell, type ItemSource } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { openedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import { LateRatings } from './LateRatings.tsx';
import { useWorkbookPlace } from './place.ts';
import { RatingSheet } from './RatingSheet.tsx';
import { TeamProgress } from './TeamProgress.tsx';
import { useItemSource } from './use-item-source.ts';
import { modeOf, type WorkbookMode } from './use-ratings.ts';
import styles from './workbook.module.css';

const explained: Readonly<Record<WorkbookMode, string>> = {
  rate: 'You rate on your own. Nobody sees your ratings until the lead assessor opens them.',
  agree: 'All ratings are open. What the team agrees on counts.',
  look: 'You look at it; those of its team rate and agree while it is under way.',
};

/** Ratings of an assessment, process by process. */
export function WorkbookPage() {
  const id = useAddressPart('id');
  const { record, isMissing } = useRecord(id);
  const source = useItemSource();
  if (isMissing || (record && record.type !== 'assessment')) {
    return (
      <>
        <PageHeader title="Workbook" />
        <EmptyState
          title="There is no such assessment"
          text="It is not on this device, or you may not see it."
        />
      </>
    );
  }
  if (!record) return <PageHeader title="Workbook" />;
  return <Workbook assessment={record} source={source} />;
}

function Workbook({ assessment, source }: { readonly assessment: RecordView; readonly source: ItemSource }) {
  const actor = useKnownActor();
  const mode = modeOf(assessment, actor.id);
  const plan = useMemo(() => planOf(assessment), [assessment]);
  const cells = useMemo(() => groupBy(cellsOf(plan, source), ({ process }) => process), [plan, source]);
  const processes = processesOf(plan);
  const place = useWorkbookPlace(assessment.id);
  const process = processes.find((one) => one === place.process) ?? processes[0];
  const isOpened = openedStates.includes(assessment.state);
  const isLead = textOf(assessment, 'leadAssessor') === actor.id;
  const total = [...cells.values()].reduce((sum, own) => sum + own.length, 0);
  const toProcess = (by: number) => {
    const next = processes[processes.findIndex((one) => one === process) + by];
    if (next !== undefined) place.toProcess(next);
  };
  return (
    <>
      <PageHeader
        title={`Workbook ${assessment.number}`}
        before={<AppLink href={paths.record(assessment.id)}>{textOf(assessment, 'name')}</AppLink>}
        actions={<LinkButton href={`/assessment/${assessment.id}/result`}>Result</LinkButton>}
      >
        <p className={styles.hint}>{explained[mode]}</p>
      </PageHeader>
      {isOpened && mode === 'agree' && <LateRatings assessment={assessment} />}
      {process === undefined ? (
        <EmptyState
          title="No process is in scope"
          text="Add the processes to the assessment, with a target level for each, then rate them here."
        />
      ) : (
        <div className={styles.workbook}>
          <div className={styles.side}>
            <ProcessList
              assessment={assessment}
              mode={mode}
              totals={new Map(processes.map((one) => [one, cells.get(one)?.length ?? 0]))}
              current={process}
              onChoose={place.toProcess}
            />
            {mode === 'rate' && isLead && <TeamProgress assessment={assessment} total={total} />}
          </div>
          <RatingSheet
            key={process}
            assessment={assessment}
            process={process}
            source={source}
            cells={cells.get(process) ?? nothing}
            mode={mode}
            filter={place.filter}
            onFilter={place.toFilter}
            onProcess={toProcess}
          />
        </div>
      )}
    </>
  );
}

const nothing: readonly Cell[] = [];

interface ProcessListProps {
  readonly assessment: RecordView;
  readonly mode: WorkbookMode;
  /** Lines of each process, in the order of the plan. */
  readonly totals: ReadonlyMap<string, number>;
  readonly current: string;
  readonly onChoose: (process: string) => void;
}

/** Processes in scope, each with what is answered of what there is. */
function ProcessList({ assessment, mode, totals, current, onChoose }: ProcessListProps) {
  const actor = useKnownActor();
  const groups = useSummary(
    {
      type: mode === 'rate' ? 'rating' : 'agreed-rating',
      where: [
        { column: 'assessment', in: [assessment.id] },
        { column: 'value', empty: false },
        ...(mode === 'rate' ? [{ column: 'assessor', in: [actor.id] }] : []),
      ],
    },
    byProcess,
  );
  const answered = groups && new Map(groups.map(({ key, value }) => [key, value]));
  return (
    <nav aria-label="Processes in scope">
      <ul className={styles.processes}>
        {[...totals].map(([process, all]) => (
          <li key={process}>
            <button
              type="button"
              className={styles.process}
              aria-current={process === current ? 'true' : undefined}
              onClick={() => onChoose(process)}
            >
              <span>{process}</span>
              <span className={styles.count}>
                {answered ? (answered.get(process) ?? 0) : '…'} of {all}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const byProcess = { column: 'process' };
