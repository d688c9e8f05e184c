import { useMemo } from 'react';
import { useRouter } from '@tanstack/react-router';
import { useSummary } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { SeriesChart } from '#renderer/ui/charts/SeriesChart.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { columnOf } from '#shared/engine/columns.ts';
import { lastDays } from './desk-queries.ts';
import { flowPoints } from './flow.ts';
import styles from './Desk.module.css';

const days = 30;
const series = [
  { name: 'createdAt', label: 'Opened' },
  { name: 'resolvedAt', label: 'Resolved' },
] as const;

/** Does the desk keep up? Opened against resolved, day by day. */
export function FlowCard({ type, now }: { readonly type: RecordType; readonly now: number }) {
  const zone = useZone();
  const router = useRouter();
  const opened = useSummary(lastDays(type, 'createdAt', days), { column: 'createdAt', bucket: 'day' });
  const resolved = useSummary(lastDays(type, 'resolvedAt', days), { column: 'resolvedAt', bucket: 'day' });
  const points = useMemo(
    () =>
      opened && resolved ? flowPoints({ createdAt: opened, resolvedAt: resolved }, days, now, zone) : [],
    [opened, resolved, now, zone],
  );
  const groups = { createdAt: opened, resolvedAt: resolved };
  return (
    <div className={styles.flow}>
      <SeriesChart
        title="Opened and resolved per day"
        unit={type.plural.toLowerCase()}
        period={`last ${String(days)} days`}
        kind="bars"
        series={series.filter(({ name }) => columnOf(type, name))}
        points={points}
        height={152}
        onPick={(day, name) => {
          const group = groups[name as keyof typeof groups]?.find(({ key }) => key === day);
          if (group) void router.navigate({ href: paths.list(group.query) });
        }}
      />
    </div>
  );
}
