import type { ReactNode } from 'react';
import { useData, useRecord } from '#renderer/data/data.ts';
import { ModelMissing } from '#renderer/library/ModelMissing.tsx';
import { paths } from '#renderer/record/navigation.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { assessmentPaths } from './places.ts';
import { ProcessModel } from './process-models.tsx';
import { useAssessmentModel, useItemSource } from './use-item-source.ts';
import { usePlanParts, type PlanParts } from './use-plan-parts.ts';

/** What every page about a planned assessment is given. */
export interface AssessmentContent {
  readonly assessment: RecordView;
  readonly source: ItemSource;
  readonly parts: PlanParts;
}

type View = (props: AssessmentContent) => ReactNode;

/** Reads the assessment that the address names, and says so where there is none. */
export function withAssessment(title: string, Content: View): () => ReactNode {
  return function AssessmentPage() {
    const { record, isMissing } = useRecord(useAddressPart('id'));
    if (isMissing || (record && record.type !== 'assessment')) {
      return (
        <>
          <PageHeader title={title} />
          <EmptyState
            title="There is no such assessment"
            text="It is not on this device, or you may not see it."
            action={
              <LinkButton href={paths.list({ type: 'assessment', where: [] })}>All assessments</LinkButton>
            }
          />
        </>
      );
    }
    if (!record) return <PageHeader title={title} />;
    return <Read assessment={record} title={title} Content={Content} />;
  };
}

interface ReadProps {
  readonly assessment: RecordView;
  readonly title: string;
  readonly Content: View;
}

function Read({ assessment, title, Content }: ReadProps) {
  const source = useItemSource(assessment);
  const model = useAssessmentModel(assessment);
  const parts = usePlanParts(assessment, source);
  if (model.kind !== 'ready') {
    return (
      <>
        <PageHeader title={title} />
        <ModelMissing state={model} />
      </>
    );
  }
  if (!parts) return <div aria-busy="true" />;
  return (
    <ProcessModel model={model.model}>
      <Content assessment={assessment} source={source} parts={parts} />
    </ProcessModel>
  );
}

const links = [
  ['plan', 'Plan'],
  ['evidence', 'Evidence'],
  ['workbook', 'Workbook'],
  ['result', 'Result'],
] as const;

interface AssessmentHeaderProps {
  readonly assessment: RecordView;
  readonly title: string;
  readonly current?: (typeof links)[number][0];
  readonly children?: ReactNode;
}

/** Title of a page of an assessment, with the way to its other pages. */
export function AssessmentHeader({ assessment, title, current, children }: AssessmentHeaderProps) {
  const state = useData().catalogue.type('assessment')?.lifecycle.states[assessment.state];
  return (
    <PageHeader
      title={`${title} ${assessment.number}`}
      before={<AppLink href={paths.record(assessment.id)}>{textOf(assessment, 'name')}</AppLink>}
      meta={state && <StateChip stateClass={state.class} label={state.label} />}
      actions={links
        .filter(([place]) => place !== current)
        .map(([place, label]) => (
          <LinkButton key={place} href={assessmentPaths[place](assessment.id)}>
            {label}
          </LinkButton>
        ))}
    >
      {children}
    </PageHeader>
  );
}
