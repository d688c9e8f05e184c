import { useRecord } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths, useAddressSearch } from '#renderer/record/navigation.ts';
import { ModelMissing } from '#renderer/library/ModelMissing.tsx';
import { useAddressPart } from '#renderer/session/address.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Cell } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { openedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { LateRatings } from './LateRatings.tsx';
import { useWorkbookPlace } from './place.ts';
import { RatingSheet } from './RatingSheet.tsx';
import { useAssessmentModel, useItemSource } from './use-item-source.ts';
import { usePlanCells } from './use-plan-cells.ts';
import { modeOf, type WorkbookMode } from './use-ratings.ts';
import { WorkbookSide } from './WorkbookSide.tsx';
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
  const cells = usePlanCells(assessment, source);
  const processes = [...cells.keys()];
  const place = useWorkbookPlace(assessment.id);
  const process = processes.find((one) => one === place.process) ?? processes[0];
  const isOpened = openedStates.includes(assessment.state);
  const toProcess = (by: number) => {
    const next = processes[processes.findIndex((one) => one === process) + by];
    if (next !== undefined) place.toProcess(next);
  };
  const asked = useAddressSearch();
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
      {model.kind !== 'ready' ? (
        <ModelMissing state={model} />
      ) : process === undefined ? (
        <EmptyState
          title="No process is in scope"
          text="Add the processes to the assessment, with a target level for each, then rate them here."
        />
      ) : (
        <div className={styles.workbook}>
          <WorkbookSide
            assessment={assessment}
            mode={mode}
            totals={new Map([...cells].map(([one, own]) => [one, own.length]))}
            current={process}
            onChoose={place.toProcess}
          />
          <RatingSheet
            key={process}
            assessment={assessment}
            process={process}
            source={source}
            cells={cells.get(process) ?? nothing}
            mode={mode}
            filter={place.filter}
            asked={process === asked['process'] ? asked['attribute'] : undefined}
            onFilter={place.toFilter}
            onProcess={toProcess}
          />
        </div>
      )}
    </>
  );
}

const nothing: readonly Cell[] = [];
