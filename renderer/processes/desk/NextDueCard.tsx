import { useMemo } from 'react';
import { useQuery } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { ClockChip } from '#renderer/ui/ClockChip.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { Card } from './Card.tsx';
import { mainClock, nextDue, pin } from './desk-queries.ts';
import { RecordLines } from './RecordLines.tsx';

const shown = 6;

function instant(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The targets that will be missed next unless somebody acts. */
export function NextDueCard({ type, now }: { readonly type: RecordType; readonly now: number }) {
  const clock = mainClock(type);
  const query = useMemo(() => nextDue(type) ?? { type: type.name, where: [] }, [type]);
  const { result } = useQuery(
    useMemo(() => pin(query, now), [query, now]),
    { offset: 0, limit: shown },
  );
  if (!clock) return null;
  return (
    <Card
      title="Due next"
      all={paths.list(query)}
      allLabel={`All ${result?.total.toLocaleString('en-GB') ?? ''}`}
      wide
    >
      <RecordLines
        label="Due next"
        type={type}
        rows={result?.rows}
        empty="No target is running. Records without an agreement have none."
        end={(row) => (
          <ClockChip
            state="running"
            due={instant(row.cells[`${clock.name}Due`])}
            warnAt={instant(row.cells[`${clock.name}WarnAt`])}
            now={now}
          />
        )}
      />
    </Card>
  );
}
