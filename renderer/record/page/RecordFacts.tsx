import { useMemo } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { ClockChip } from '#renderer/ui/ClockChip.tsx';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { RecordMarking } from '../RecordMarking.tsx';
import { nextClock, readClocks } from './next-clock.ts';
import { RecordOwner } from './RecordOwner.tsx';
import { UnsentMark } from './UnsentMark.tsx';
import type { ShownRecord } from './use-record-page.ts';
import styles from './record-page.module.css';

/** State, priority, the clock to watch, the marking and the owner. */
export function RecordFacts({ shown: { type, record, derived } }: { readonly shown: ShownRecord }) {
  const now = useNow();
  const clock = useMemo(() => nextClock(readClocks(type, derived)), [type, derived]);
  const state = type.lifecycle.states[record.state];
  return (
    <div className={styles.facts}>
      {state && <StateChip stateClass={state.class} label={state.label} />}
      <PriorityChip value={derived['priority']} />
      {clock && (
        <ClockChip state={clock.state} due={clock.due} warnAt={clock.warnAt} now={now} label={clock.label} />
      )}
      <RecordMarking record={record} always />
      <UnsentMark record={record.id} />
      <RecordOwner type={type} record={record} />
    </div>
  );
}
