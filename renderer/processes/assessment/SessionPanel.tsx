import type { SlotProps } from '#renderer/record/slots.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { textOf } from '#shared/definition/record.ts';
import { Panel } from '../support/Panel.tsx';
import { assessmentPaths } from './places.ts';

/** From a session to the plan it belongs to, and to its questions. */
export function SessionPanel({ record }: SlotProps) {
  const assessment = textOf(record, 'assessment');
  const isTalk = ['interview', 'workshop'].includes(textOf(record, 'kind'));
  return (
    <Panel
      title="Session"
      actions={
        <>
          <LinkButton href={assessmentPaths.plan(assessment)}>Plan</LinkButton>
          {isTalk && (
            <LinkButton variant="primary" href={assessmentPaths.interview(assessment, record.id)}>
              Interview sheet
            </LinkButton>
          )}
        </>
      }
    >
      <p>{isTalk ? 'Its sheet has the questions; answers become evidence.' : 'It is part of a schedule.'}</p>
    </Panel>
  );
}
