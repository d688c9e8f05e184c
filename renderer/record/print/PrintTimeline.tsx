import { useData, useTimeline } from '#renderer/data/data.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { filterTimeline, idsIn } from '../page/timeline-filter.ts';
import { TimelineEntry } from '../page/TimelineEntry.tsx';
import type { ShownRecord } from '../page/use-record-page.ts';
import { useTitlesAndDevices } from '../use-titles.ts';
import styles from '../page/timeline.module.css';

/** The whole history of a record, on paper. */
export function PrintTimeline({ shown: { type, record } }: { readonly shown: ShownRecord }) {
  const data = useData();
  const zone = useZone();
  const { items } = useTimeline(record.id);
  const isReference = (field: string) => ['reference', 'references'].includes(type.fields[field]?.kind ?? '');
  const labels = useTitlesAndDevices(items.flatMap((item) => idsIn(item, isReference)));
  return (
    <Section title="Timeline">
      <ol className={styles.list}>
        {filterTimeline(items, 'all').map((item) => (
          <TimelineEntry key={item.ref} {...{ type, item, labels, zone }} now={data.now()} isAbsolute />
        ))}
      </ol>
    </Section>
  );
}
