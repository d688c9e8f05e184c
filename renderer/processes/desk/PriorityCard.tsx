import { useMemo } from 'react';
import { useCounts } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { BarList } from '#renderer/ui/BarList.tsx';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { Card } from './Card.tsx';
import { priorityFigures } from './desk-queries.ts';

export function PriorityCard({ type }: { readonly type: RecordType }) {
  const figures = useMemo(() => priorityFigures(type), [type]);
  const counts = useCounts(useMemo(() => figures.map(({ query }) => query), [figures]));
  const rows = figures
    .map(({ id, label }, index) => ({
      key: id,
      label: id === 'none' ? label : <PriorityChip value={id} />,
      value: counts[index],
    }))
    .filter(({ key, value }) => key !== 'none' || (value ?? 0) > 0);
  return (
    <Card title="Open by priority">
      <BarList
        label={`Open ${type.plural.toLowerCase()} by priority`}
        rows={rows}
        link={(row, content, className) => {
          const figure = figures.find(({ id }) => id === row.key);
          return figure ? (
            <AppLink href={paths.list(figure.query)} className={className}>
              {content}
            </AppLink>
          ) : (
            content
          );
        }}
      />
    </Card>
  );
}
