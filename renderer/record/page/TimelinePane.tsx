import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useData, useNow, useTimeline, type TimelineItem } from '#renderer/data/data.ts';
import { useTitlesAndDevices } from '#renderer/record/use-titles.ts';
import { toast } from '#renderer/session/toasts.ts';
import { classes } from '#renderer/ui/classes.ts';
import { useUnsent } from '#renderer/session/use-unsent.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { redacting } from '#shared/engine/redact.ts';
import { useSlots } from '../slots.ts';
import { NoteComposer } from './NoteComposer.tsx';
import { RedactDialog } from './redact/RedactDialog.tsx';
import { filterTimeline, idsIn, timelineKinds, type TimelineKind } from './timeline-filter.ts';
import { TimelineEntry } from './TimelineEntry.tsx';
import type { ShownRecord } from './use-record-page.ts';
import styles from './timeline.module.css';

/** Entries made at first and whenever the end comes near: long histories cost nothing until they are read. */
const step = 40;

/** What happened to a record, the newest first, and the place to add to it. */
export function TimelinePane({ shown }: { readonly shown: ShownRecord }) {
  const { type, record, derived, actor } = shown;
  const data = useData();
  const zone = useZone();
  const now = useNow();
  const slots = useSlots(record);
  const isUnsent = useUnsent();
  const { items, isLoading } = useTimeline(record.id);
  const [kind, setKind] = useState<TimelineKind>('all');
  const [most, setMost] = useState(step);
  const [redacted, setRedacted] = useState<TimelineItem>();
  const mayRedact = redacting.allows(actor, record);
  const filtered = useMemo(() => filterTimeline(items, kind), [items, kind]);
  const visible = filtered.slice(0, most);
  const isReference = useCallback(
    (field: string) => ['reference', 'references'].includes(type.fields[field]?.kind ?? ''),
    [type],
  );
  const labels = useTitlesAndDevices(visible.flatMap((item) => idsIn(item, isReference)));

  const undo = useCallback(
    async (item: TimelineItem) => {
      const result = await data.undo([{ record: record.id, ref: item.ref }]);
      if (result.ok) toast({ text: 'Taken back', tone: 'success' });
      else
        toast({
          text: result.error.map(({ message, next }) => `${message} ${next ?? ''}`).join(' '),
          tone: 'danger',
        });
    },
    [data, record.id],
  );
  const onUndo = useCallback((item: TimelineItem) => void undo(item), [undo]);
  const more = useCallback(() => setMost((count) => count + step), []);

  return (
    <section className={styles.pane} aria-label="Timeline">
      {shown.canNote && <NoteComposer shown={shown} />}
      <div className={styles.kinds} role="group" aria-label="Kinds of entries">
        {timelineKinds.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className={classes(styles.kind, value === kind && styles.current)}
            aria-pressed={value === kind}
            onClick={() => {
              setKind(value);
              setMost(step);
            }}
          >
            {label}
          </button>
        ))}
        <span className={styles.count}>{isLoading ? '' : filtered.length.toLocaleString('en-GB')}</span>
      </div>
      {!isLoading && filtered.length === 0 && <p className={styles.none}>Nothing of this kind yet.</p>}
      <ol className={styles.list}>
        {visible.map((item) => (
          <TimelineEntry
            key={item.ref}
            {...{ type, item, labels, now, zone }}
            isUnsent={isUnsent?.(item.ref) ?? false}
            onUndo={canUndo(item) && item.actor === actor.id ? onUndo : undefined}
            onRedact={mayRedact && hasContents(item) ? setRedacted : undefined}
          />
        ))}
      </ol>
      {filtered.length > most && <MoreOnSight key={most} left={filtered.length - most} onMore={more} />}
      {redacted && (
        <RedactDialog
          {...{ type, record, items }}
          picked={redacted.ref}
          onClose={() => setRedacted(undefined)}
        />
      )}
      {slots.at('belowTimeline').map(({ View }, index) => (
        // The registered views of a type never change their order.
        <View key={index} type={type} record={record} derived={derived} />
      ))}
    </section>
  );
}

const kindsWithContents: ReadonlySet<TimelineItem['kind']> = new Set([
  'created',
  'changed',
  'settled',
  'act',
  'note',
  'attached',
]);

function hasContents(item: TimelineItem): boolean {
  return kindsWithContents.has(item.kind) && item.contents === undefined;
}

/** What stands and is neither the record's making nor itself an undoing. Whether later work builds on it, the engine says. */
function canUndo(item: TimelineItem): boolean {
  return (
    item.setAside === undefined &&
    item.kind !== 'created' &&
    item.kind !== 'retracted' &&
    item.kind !== 'ruled' &&
    item.kind !== 'vouched' &&
    item.contents === undefined &&
    !(item.kind === 'redaction' && item.text === undefined) &&
    item.kind !== 'unknown'
  );
}

/** Asks for more entries when it comes into sight; a button for those who do not scroll. */
function MoreOnSight({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!button.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { rootMargin: '600px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [onMore]);
  return (
    <button ref={button} type="button" className={styles.more} onClick={onMore}>
      {left.toLocaleString('en-GB')} earlier
    </button>
  );
}
