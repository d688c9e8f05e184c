import { useMemo } from 'react';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { BarList } from '#renderer/ui/BarList.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { Card } from './Card.tsx';
import { ageFigures } from './desk-queries.ts';
import { useFigures } from './use-figures.ts';

export function AgeCard({ type, now }: { readonly type: RecordType; readonly now: number }) {
  const figures = useMemo(() => ageFigures(type), [type]);
  const counts = useFigures(figures, now);
  return (
    <Card title="Open by age">
      <BarList
        label={`Open ${type.plural.toLowerCase()} by age`}
        rows={figures.map(({ id, label }, index) => ({ key: id, label, value: counts[index] }))}
        link={(row, content, className) => {
          const figure = figures[Number(row.key)];
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
