import { memo } from 'react';
import type { TimelineItem } from '#renderer/data/data.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { classes } from '#renderer/ui/classes.ts';
import { formatAbsolute, formatRelative, formatZulu } from '#renderer/ui/time/format-time.ts';
import { shownName } from '../attachments/file-name.ts';
import { formatValue } from '../fields/format-value.ts';
import { isEmpty } from '#shared/definition/values.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { fileLabels } from './audiences.ts';
import { headline } from './headline.ts';
import styles from './timeline.module.css';

interface TimelineEntryProps {
  readonly type: RecordType;
  readonly item: TimelineItem;
  /** Of people, of records that it names, and of hubs. */
  readonly labels: ReadonlyMap<string, string>;
  readonly now: number;
  readonly zone: string;
  /** Times stand in full, as on paper. */
  readonly isAbsolute?: boolean;
  /** Written here, and no hub has it yet. */
  readonly isUnsent?: boolean;
  /** Absent where the item cannot be taken back by this person. */
  readonly onUndo?: ((item: TimelineItem) => void) | undefined;
  /** Absent where its contents cannot be redacted by this person. */
  readonly onRedact?: ((item: TimelineItem) => void) | undefined;
}

const asideLabels = {
  overtaken: 'Does not count: another action won',
  illegal: 'Does not count: not allowed there',
  retracted: 'Taken back',
} as const;

const contentsLabels = {
  redacted: 'Redacted: the contents were removed',
  withheld: 'Withheld: no administrator ordered it',
} as const;

/** Longer lists of first values say little; the fields beside them say it all. */
const mostChanges = 12;

/** One line of the history. Plain elements with titles, as there may be hundreds. */
export const TimelineEntry = memo(function TimelineEntry(props: TimelineEntryProps) {
  const { type, item, labels, now, zone, isAbsolute = false, isUnsent = false, onUndo, onRedact } = props;
  const author = nameOf(item.verdict?.hub ?? item.actor, labels);
  const changes = item.kind === 'created' ? [] : item.changes.slice(0, mostChanges);
  return (
    <li className={classes(styles.entry, styles[item.kind], item.setAside && styles.aside)}>
      <div className={styles.head}>
        <span className={styles.what}>{headline(type, item)}</span>
        {onUndo && (
          <button type="button" className={styles.undo} onClick={() => onUndo(item)}>
            Undo
          </button>
        )}
        {onRedact && (
          <button type="button" className={styles.undo} onClick={() => onRedact(item)}>
            Redact…
          </button>
        )}
        <time
          className={styles.when}
          dateTime={new Date(item.at).toISOString()}
          title={`${formatAbsolute(item.at, zone)} · ${formatZulu(item.at)}`}
        >
          {isAbsolute ? formatAbsolute(item.at, zone) : formatRelative(item.at, now)}
        </time>
      </div>
      <div className={styles.marks}>
        {[author, ...marks(item, zone, labels)].join(' · ')}
        {isUnsent && <span className={styles.unsent}> · Not yet synced</span>}
      </div>
      {item.text !== undefined && <div className={styles.text}>{item.text}</div>}
      {item.file && (
        <div className={styles.text}>
          {shownName(item.file.name)} ({formatBytes(item.file.size)})
        </div>
      )}
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(({ field, label, before, after }) => {
            const kind = type.fields[field] ?? { kind: 'text' };
            const words = { zone, label: (id: string) => labels.get(id) ?? id };
            const was = formatValue(kind, before, words);
            const is = formatValue(kind, after, words);
            return (
              <li key={field}>
                <span className={styles.field}>{label}:</span> {was !== '' && <del>{was}</del>}{' '}
                {isEmpty(after) ? <em>emptied</em> : <ins>{is}</ins>}
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
});

function nameOf(id: string, labels: TimelineEntryProps['labels']): string {
  return labels.get(id) ?? id;
}

/** What else is to be said of an entry: its minutes, where it comes from, whether it counts. */
function marks(item: TimelineItem, zone: string, labels: TimelineEntryProps['labels']): readonly string[] {
  const said: readonly (string | undefined)[] = [
    item.minutes !== undefined && item.minutes > 0 ? `${item.minutes} min of work` : undefined,
    item.file && item.audience && fileLabels[item.audience],
    item.ruling && `Set aside by hub ${nameOf(item.ruling.hub, labels)}: ${item.ruling.reason}`,
    item.setAside && item.setAside !== 'ruled' ? asideLabels[item.setAside] : undefined,
    item.kind === 'note' ? undefined : item.because,
    item.source && `Imported from ${item.source}`,
    item.loggedAt !== undefined && !item.source
      ? `Logged later, ${formatAbsolute(item.loggedAt, zone)}`
      : undefined,
    item.contents && contentsLabels[item.contents],
    item.isInferred ? 'Inferred: the source does not state it' : undefined,
  ];
  return said.filter((mark): mark is string => mark !== undefined && mark !== '');
}
