import type { SlotProps } from '#renderer/record/slots.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { progressOf } from '#shared/processes/improvement/conformance-plan.ts';
import { Panel } from '../support/Panel.tsx';
import panel from '../support/panel.module.css';
import { conformancePaths } from './places.ts';
import { PlanSteps } from './PlanSteps.tsx';

/** A plan over time. */
export function PlanPanel({ record }: SlotProps) {
  const progress = progressOf(record);
  return (
    <Panel
      title="How far is the plan?"
      actions={<LinkButton href={conformancePaths.plan(record.id)}>Print plan</LinkButton>}
    >
      {progress === null ? (
        <p className={panel.muted}>No step yet. Add steps below, the most urgent first.</p>
      ) : (
        <>
          <p>{progress} % of all steps that were not dropped.</p>
          <PlanSteps plan={record} />
        </>
      )}
    </Panel>
  );
}
