import { useCounts } from '#renderer/data/data.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { openedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { Panel } from '../support/Panel.tsx';
import panel from '../support/panel.module.css';

/** From an assessment to its workbook and result. */
export function WorkbookPanel({ record }: SlotProps) {
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
    </Panel>
  );
}
