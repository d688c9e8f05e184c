import { useMemo } from 'react';
import { useConfig, useNow } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { RecordLinks } from '#renderer/record/fields/FieldDisplay.tsx';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { decideRequest } from '#shared/processes/request/rights.ts';
import { textOf } from '#shared/definition/record.ts';
import { Facts, Panel } from '../support/Panel.tsx';
import { RecordActions } from '../support/RecordActions.tsx';
import { useAllowed } from '../support/use-allowed.ts';
import { costText, readApproval, type Approval, type Decision } from './approval.ts';
import panel from '../support/panel.module.css';

/** Who decides, what they decided and why, and what it costs. Nothing where no approval is needed and none was asked for. */
export function ApprovalPanel({ type, record }: SlotProps) {
  const config = useConfig();
  const actor = useKnownActor();
  const approval = useMemo(() => readApproval(type, record, config, actor), [type, record, config, actor]);
  const { decision, barred, funds, isChangedSince } = approval;
  const allowed = useAllowed(type, record, actionsFor(approval));
  if (!approval.isNeeded && decision.status === 'notSubmitted') return null;
  const isWaiting =
    decision.status === 'awaited' || (decision.status === 'notSubmitted' && record.state === 'new');
  return (
    <Panel title="Approval" tone={isWaiting || isChangedSince ? 'attention' : 'plain'}>
      <Facts
        facts={[
          ['Decision', <DecisionText key="decision" decision={decision} isNew={record.state === 'new'} />],
          ['Decides', <Decides key="decides" approval={approval} />],
          [
            'Reason',
            'reason' in decision && <span className={panel.text}>{decision.reason || 'None was given'}</span>,
          ],
          ['Price', costText(approval)],
          [
            'Money',
            funds === 'released' ? (
              <>
                <Chip tone="state-done">Released</Chip> under {textOf(record, 'fundsReference')}
              </>
            ) : (
              funds === 'missing' && (
                <>
                  <Chip tone="state-waiting">Not released</Chip> It must be before the approval.
                </>
              )
            ),
          ],
        ]}
      />
      {isChangedSince && (
        <Notice tone="warning">
          Its items were changed after the approval, so the approval no longer holds. Revise it and submit it
          again.
        </Notice>
      )}
      {barred ? <p>{barText[barred]}</p> : <RecordActions type={type} record={record} actions={allowed} />}
    </Panel>
  );
}

const barText = {
  asker: 'You asked for it yourself, so somebody else decides. You may revise or cancel it.',
  beneficiary: 'It is for you, so somebody else decides.',
  noRight: `You may not decide on it: that takes the named approver, or the right to ${decideRequest.label}, which ${decideRequest.givenBy} can give.`,
} as const;

/** What is to be done about the approval now, the usual step first. */
function actionsFor({ decision, funds, isChangedSince }: Approval): readonly string[] {
  if (isChangedSince) return ['revise'];
  switch (decision.status) {
    case 'notSubmitted':
      return ['submit'];
    case 'awaited':
      return funds === 'missing' ? ['releaseFunds', 'reject'] : ['approve', 'reject'];
    case 'rejected':
      return ['revise'];
    case 'approved':
      return [];
  }
}

function DecisionText({ decision, isNew }: { readonly decision: Decision; readonly isNew: boolean }) {
  const now = useNow();
  const actor = 'step' in decision ? decision.step.actor : undefined;
  const labels = useTitles(actor === undefined ? [] : [actor]);
  switch (decision.status) {
    case 'notSubmitted':
      return isNew ? 'Needed; not submitted yet' : 'None was made';
    case 'awaited':
      return (
        <>
          <Chip tone="state-waiting">Awaited</Chip> since <Time at={decision.since} mode="absolute" />
        </>
      );
    case 'approved':
    case 'rejected':
      return (
        <>
          <Chip tone={decision.status === 'approved' ? 'state-done' : 'state-refused'}>
            {decision.status === 'approved' ? 'Approved' : 'Rejected'}
          </Chip>{' '}
          by {labels.get(actor ?? '') ?? '…'}, <Time at={decision.step.at} now={now} />
        </>
      );
  }
}

function Decides({ approval: { approver, deciders } }: { readonly approval: Approval }) {
  const byCatalogue = deciders.map(({ item, who }) => `${item}: ${who}`).join(' · ');
  return (
    <>
      {approver ? <RecordLinks ids={[approver]} /> : 'Nobody is named yet'}
      {byCatalogue && <div className={panel.small}>By the catalogue: {byCatalogue}</div>}
    </>
  );
}
