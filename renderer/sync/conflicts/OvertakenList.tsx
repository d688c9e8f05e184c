import { useState } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { titleOf } from '#renderer/record/page/use-record-page.ts';
import { RecordMarking } from '#renderer/record/RecordMarking.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { Overtaken } from './conflicts.ts';
import type { Noted } from './use-noted.ts';
import styles from './conflicts.module.css';

interface OvertakenListProps {
  readonly overtaken: readonly Overtaken[];
  readonly noted: Noted;
}

const step = 50;

/** Actions that came too late or were not allowed where they arrived, with what holds instead. */
export function OvertakenList({ overtaken, noted }: OvertakenListProps) {
  const actor = useKnownActor();
  const now = useNow();
  const [most, setMost] = useState(step);
  const [isMineOnly, setMineOnly] = useState(false);
  const [hasNoted, setNoted] = useState(false);
  const listed = overtaken.filter(
    ({ act }) => (hasNoted || !noted.has(act.ref)) && (!isMineOnly || act.actor === actor.id),
  );
  const shown = listed.slice(0, most);
  const labels = useTitles(
    shown.flatMap(({ act, record }) => [act.actor, record.life.at(-1)?.actor ?? record.updatedBy]),
  );
  return (
    <>
      <div className={styles.tools}>
        <p className={styles.of}>
          Two laptops did different things with one record. One line of actions counts everywhere; these do
          not, and stay in the record’s timeline. Do them again on the record where they are still needed.
        </p>
        <Checkbox label="Mine only" checked={isMineOnly} onChange={setMineOnly} />
        <Checkbox label="Noted ones too" checked={hasNoted} onChange={setNoted} />
      </div>
      {listed.length === 0 ? (
        <EmptyState
          title="No overtaken actions"
          text="An action that loses against another, done at the same time elsewhere, is listed here with what was done instead."
        />
      ) : (
        <DataTable caption="Overtaken actions, the latest first">
          <thead>
            <tr>
              <th scope="col">Record</th>
              <th scope="col">Does not count</th>
              <th scope="col">By</th>
              <th scope="col">Holds instead</th>
              <th scope="col">
                <span className={styles.hidden}>Noted</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ record, type, act }) => {
              const last = record.life.at(-1);
              const state = type.lifecycle.states[record.state];
              return (
                <tr key={`${record.id} ${act.ref}`}>
                  <td>
                    <AppLink href={paths.record(record.id)}>{record.number}</AppLink>
                    <div className={styles.of}>
                      <RecordMarking record={record} />
                      {titleOf(type, record)}
                    </div>
                  </td>
                  <td>
                    {actionLabel(type, act.action)}
                    <div className={styles.of}>
                      {act.why === 'overtaken' ? 'another action won' : 'not allowed in the state it met'}
                    </div>
                  </td>
                  <td>
                    {labels.get(act.actor) ?? '…'}
                    <div className={styles.of}>
                      <Time at={act.at} mode="absolute" />
                    </div>
                  </td>
                  <td>
                    <span className={styles.holds}>
                      {state && <StateChip stateClass={state.class} label={state.label} />}
                      {last && actionLabel(type, last.action)}
                    </span>
                    {last && (
                      <div className={styles.of}>
                        {labels.get(last.actor) ?? '…'}, <Time at={last.at} now={now} />
                      </div>
                    )}
                  </td>
                  <td data-number>
                    <Button size="small" onClick={() => noted.toggle(act.ref)}>
                      {noted.has(act.ref) ? 'Show again' : 'Noted'}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
      {listed.length > most && (
        <Button onClick={() => setMost((count) => count + step)}>
          {(listed.length - most).toLocaleString('en-GB')} more
        </Button>
      )}
    </>
  );
}

function actionLabel(type: RecordType, action: string): string {
  return type.lifecycle.transitions.find((one) => one.action === action)?.label ?? action;
}
