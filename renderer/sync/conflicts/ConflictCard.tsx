import { useId } from 'react';
import { useData, useSyncStatus, type SyncStatus } from '#renderer/data/data.ts';
import { FieldDisplay } from '#renderer/record/fields/FieldDisplay.tsx';
import { paths } from '#renderer/record/navigation.ts';
import { titleOf } from '#renderer/record/page/use-record-page.ts';
import { RecordMarking } from '#renderer/record/RecordMarking.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { Head } from '#shared/definition/record.ts';
import { parseEntryRef } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { OpenConflict } from './conflicts.ts';
import styles from './conflicts.module.css';

interface ConflictCardProps {
  readonly item: OpenConflict;
  readonly labels: ReadonlyMap<string, string>;
  /** The keys work on it. */
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly problems: readonly Problem[];
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onChoose: (head: Head) => void;
}

/** One field in conflict: what it belongs to, and all values side by side. */
export function ConflictCard(props: ConflictCardProps) {
  const { item, labels, isActive, isSelected, problems, onFocus, onToggle, onChoose } = props;
  const { record, type, field, conflict, canSettle } = item;
  const { identity } = useData();
  const { devices } = useSyncStatus();
  const id = useId();
  const state = type.lifecycle.states[record.state];
  return (
    <li
      className={classes(styles.card, isActive && styles.active)}
      aria-labelledby={id}
      aria-current={isActive || undefined}
      onFocus={onFocus}
      onMouseDown={onFocus}
    >
      <div className={styles.context}>
        <Checkbox
          hideLabel
          label={`Select ${field.label} of ${record.number}`}
          checked={isSelected}
          onChange={onToggle}
        />
        <h2 id={id} className={styles.what}>
          <span className={styles.field}>{field.label}</span>
          <span className={styles.of}>
            of{' '}
            <AppLink href={paths.record(record.id)}>
              {type.label} {record.number}
            </AppLink>
          </span>
        </h2>
        <span className={styles.title}>
          <RecordMarking record={record} />
          {titleOf(type, record)}
        </span>
        {state && <StateChip stateClass={state.class} label={state.label} />}
      </div>
      {field.help && <p className={styles.help}>{field.help}</p>}
      <ul className={styles.heads} aria-label={`Values of ${field.label}`}>
        {conflict.heads.map((head, index) => (
          <li key={head.ref} className={styles.head}>
            <div className={styles.value}>
              <FieldDisplay field={field} value={head.value} />
            </div>
            <div className={styles.facts}>
              <span>
                {labels.get(head.actor) ?? '…'}
                {placeOf(head, identity.replica, devices)}
              </span>
              <Time at={head.at} mode="absolute" />
              {index === 0 && <span>shown until somebody chooses</span>}
            </div>
            {canSettle && (
              <Button size="small" onClick={() => onChoose(head)} icon={<Kbd keys={String(index + 1)} />}>
                Keep this
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!canSettle && (
        <p className={styles.help}>You may not change this field; somebody who may has to choose.</p>
      )}
      <ProblemAlert problems={problems} />
    </li>
  );
}

/** Which device it was written on, where that is known. */
function placeOf({ ref }: Head, own: string, devices: SyncStatus['devices']): string {
  const replica = parseEntryRef(ref)?.replica;
  if (replica === own) return ', on this device';
  const name = replica === undefined ? undefined : devices[replica];
  return name === undefined ? '' : `, on ${name}`;
}
