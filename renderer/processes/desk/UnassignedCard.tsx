import { useMemo } from 'react';
import { useQuery } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { Card } from './Card.tsx';
import { unassigned } from './desk-queries.ts';
import { RecordLines } from './RecordLines.tsx';

const shown = 6;

/** What nobody has taken, the most urgent first. */
export function UnassignedCard({ type, now }: { readonly type: RecordType; readonly now: number }) {
  const query = useMemo(() => unassigned(type), [type]);
  const { result } = useQuery(query, { offset: 0, limit: shown });
  return (
    <Card
      title="Unassigned"
      all={paths.list(query)}
      allLabel={`All ${result?.total.toLocaleString('en-GB') ?? ''}`}
      wide
    >
      <RecordLines
        label="Unassigned"
        type={type}
        rows={result?.rows}
        empty="Everything open has somebody."
        hideOwner
        end={(row) => {
          const opened = row.cells['createdAt'];
          return typeof opened === 'number' ? <Time at={opened} now={now} /> : null;
        }}
      />
    </Card>
  );
}
