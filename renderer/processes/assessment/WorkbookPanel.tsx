import { useCounts } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { textOf } from '#shared/definition/record.ts';
import { endedStates, openedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { isInTeam } from '#shared/processes/improvement/rating-faults.ts';
import { Panel } from '../support/Panel.tsx';
import { LateRatings } from './LateRatings.tsx';
import { TeamProgress } from './TeamProgress.tsx';
import panel from '../support/panel.module.css';

/** From an assessment to its workbook and result. */
export function WorkbookPanel({ record }: SlotProps) {
  const actor = useKnownActor();
  const isLead = textOf(record, 'leadAssessor') === actor.id;
  const isOpened = openedStates.includes(record.state);
  const [count] = useCounts([
    {
      type: isOpened ? 'agreed-rating' : 'rating',
      where: [
        { column: 'assessment', in: [record.id] },
        { column: 'value', empty: false },
      ],
    },
  ]);
  return (
    <Panel
      title="Workbook"
      actions={
        <>
          <LinkButton href={`/assessment/${record.id}/result`}>Result</LinkButton>
          <LinkButton variant="primary" href={`/assessment/${record.id}`}>
            Open workbook
          </LinkButton>
        </>
      }
    >
      <p className={panel.muted}>
        {count ?? '…'} {isOpened ? 'agreed ratings' : 'ratings of yours'}.
      </p>
      {record.state === 'rating' && isLead && <TeamProgress assessment={record} />}
      {isOpened && !endedStates.includes(record.state) && isInTeam(record, actor.id) && (
        <LateRatings assessment={record} />
      )}
    </Panel>
  );
}
