import { useConfig, useCounts, useData, useNow } from '#renderer/data/data.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { standingLabels, standingOn } from '#shared/conformance/standing.ts';
import { textOf } from '#shared/definition/record.ts';
import { localDate } from '#shared/kernel/time.ts';
import { Panel } from '../support/Panel.tsx';

/** Whether an exception counts today, what rests on it, and what renews it. */
export function ExceptionPanel({ record }: SlotProps) {
  const { zone } = useData();
  const today = localDate(useNow(), zone);
  const standing = standingOn(record.state, textOf(record, 'until'), today);
  const renewal = useConfig()
    .all('conformance-exception')
    .find((other) => textOf(other, 'renews') === record.id && other.state !== 'refused');
  const resting = {
    type: 'conformance-statement',
    where: [
      { column: 'exception', in: [record.id] },
      { column: 'state', notIn: ['superseded'] },
    ],
  };
  const [count] = useCounts([resting]);
  const isEnding = standing === 'ended' || standing === 'endsSoon';
  return (
    <Panel title="Does it count?" tone={isEnding && !renewal ? 'attention' : 'plain'}>
      <p>
        {standingLabels[standing]}.{' '}
        <AppLink href={paths.list(resting)}>
          {count ?? '…'} {count === 1 ? 'statement rests' : 'statements rest'} on it
        </AppLink>
        .{' '}
        {renewal && (
          <>
            Renewed by <AppLink href={paths.record(renewal.id)}>{renewal.number}</AppLink>.
          </>
        )}
        {isEnding &&
          !renewal &&
          'Ask for its renewal with “Ask for renewal”: that makes a new exception with a link to this one.'}
      </p>
    </Panel>
  );
}
