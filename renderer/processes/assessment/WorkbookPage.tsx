import { useState } from 'react';
import { useCounts, useRecord } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths, useAddressSearch } from '#renderer/record/navigation.ts';
import { ModelMissing } from '#renderer/library/ModelMissing.tsx';
import { useAddressPart } from '#renderer/session/address.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { cellsOf, processesOf, type ItemSource } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import { RatingSheet } from './RatingSheet.tsx';
import { useAssessmentModel, useItemSource, useProcessName } from './use-item-source.ts';
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
  return <Workbook assessment={record} />;
}

function Workbook({ assessment }: { readonly assessment: RecordView }) {
  const source = useItemSource(assessment);
  const model = useAssessmentModel(assessment);
  const actor = useKnownActor();
  const mode = modeOf(assessment, actor.id);
  const processes = processesOf(planOf(assessment));
  const asked = useAddressSearch();
  const [chosen, setChosen] = useState(asked['process']);
  const process = processes.find((one) => one === chosen) ?? processes[0];
  return (
    <>
      <PageHeader
        title={`Workbook ${assessment.number}`}
        before={<AppLink href={paths.record(assessment.id)}>{textOf(assessment, 'name')}</AppLink>}
        actions={<LinkButton href={`/assessment/${assessment.id}/result`}>Result</LinkButton>}
      >
        <p className={styles.hint}>{explained[mode]}</p>
      </PageHeader>
      {model.kind !== 'ready' ? (
        <ModelMissing state={model} />
      ) : process === undefined ? (
        <EmptyState
          title="No process is in scope"
          text="Add the processes to the assessment, with a target level for each, then rate them here."
        />
      ) : (
        <div className={styles.workbook}>
          <ProcessList
            assessment={assessment}
            source={source}
            mode={mode}
            processes={processes}
            current={process}
            onChoose={setChosen}
          />
          <RatingSheet
            key={process}
            assessment={assessment}
            process={process}
            source={source}
            mode={mode}
            asked={process === asked['process'] ? asked['attribute'] : undefined}
          />
        </div>
      )}
    </>
  );
}

interface ProcessListProps {
  readonly assessment: RecordView;
  readonly source: ItemSource;
  readonly mode: WorkbookMode;
  readonly processes: readonly string[];
  readonly current: string;
  readonly onChoose: (process: string) => void;
}

/** Processes in scope, each with what is answered of what there is. */
function ProcessList({ assessment, source, mode, processes, current, onChoose }: ProcessListProps) {
  const actor = useKnownActor();
  const nameOf = useProcessName(assessment);
  const answered = useCounts(
    processes.map((process) => ({
      type: mode === 'rate' ? 'rating' : 'agreed-rating',
      where: [
        { column: 'assessment', in: [assessment.id] },
        { column: 'process', in: [process] },
        { column: 'value', empty: false },
        ...(mode === 'rate' ? [{ column: 'assessor', in: [actor.id] }] : []),
      ],
    })),
  );
  const cells = cellsOf(planOf(assessment), source);
  return (
    <nav aria-label="Processes in scope">
      <ul className={styles.processes}>
        {processes.map((process, index) => {
          const all = cells.filter((cell) => cell.process === process).length;
          return (
            <li key={process}>
              <button
                type="button"
                className={styles.process}
                aria-current={process === current ? 'true' : undefined}
                onClick={() => onChoose(process)}
              >
                <span>
                  {process} <span className={styles.processName}>{nameOf(process)}</span>
                </span>
                <span className={styles.count}>
                  {answered[index] ?? '…'} of {all}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
