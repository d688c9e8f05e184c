import { lazy, Suspense } from 'react';
import type { SlotProps } from '#renderer/record/slots.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Panel } from '../support/Panel.tsx';
import panel from '../support/panel.module.css';
import { assessmentPaths } from './places.ts';

/** The reference model is needed for it, and comes later than the record. */
const StepRemarks = lazy(async () => ({ default: (await import('./StepRemarks.tsx')).StepRemarks }));

/** From an assessment to its plan and evidence, with what the step that it is in still lacks. */
export function PlanPanel({ record }: SlotProps) {
  return (
    <Panel
      title="Plan"
      actions={
        <>
          <LinkButton href={assessmentPaths.evidence(record.id)}>Evidence</LinkButton>
          <LinkButton href={assessmentPaths.plan(record.id)}>Open plan</LinkButton>
        </>
      }
    >
      <Suspense fallback={<p className={panel.muted}>…</p>}>
        <StepRemarks assessment={record} />
      </Suspense>
    </Panel>
  );
}
