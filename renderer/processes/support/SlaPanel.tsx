import { useMemo } from 'react';
import { useConfig, useNow } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { readClocks } from '#renderer/record/page/next-clock.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ClockChip } from '#renderer/ui/ClockChip.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { slaRows, type SlaRow } from './sla-rows.ts';
import panel from './panel.module.css';
import styles from './sla.module.css';

/** Both service level clocks in full: what is promised, by whom, how much of it is used. Ticks each half minute. */
export function SlaPanel({ type, record, derived }: SlotProps) {
  const config = useConfig();
  const now = useNow();
  const rows = useMemo(() => slaRows(type, record, config, now), [type, record, config, now]);
  const readings = useMemo(() => readClocks(type, derived), [type, derived]);
  if (rows.length === 0) {
    return (
      <div className={panel.tab}>
        <EmptyState
          compact
          title="Nothing is promised for this record."
          text={
            <>
              No agreement in force names a target for its service, customer and priority.{' '}
              <AppLink href={paths.list({ type: 'agreement', where: [] })}>Agreements</AppLink>
            </>
          }
        />
      </div>
    );
  }
  return (
    <div className={panel.tab}>
      <DataTable caption="Service level clocks">
        <thead>
          <tr>
            <th scope="col">Clock</th>
            <th scope="col">Stands</th>
            <th scope="col">Used</th>
            <th scope="col">Paused</th>
            <th scope="col">Due</th>
            <th scope="col">Promised by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const reading = readings.find(({ name }) => name === row.name);
            return (
              <tr key={row.name}>
                <th scope="row" className={styles.name}>
                  {row.label}
                </th>
                <td>
                  {reading ? (
                    <ClockChip state={reading.state} due={reading.due} warnAt={reading.warnAt} now={now} />
                  ) : null}
                  {reading?.state === 'void' && <span className={panel.muted}>Ended without a verdict</span>}
                </td>
                <td>
                  <UsedBar row={row} />
                </td>
                <td>{row.paused || <span className={panel.muted}>never</span>}</td>
                <td>
                  {row.dueAt === undefined ? (
                    <span className={panel.muted}>
                      {reading?.state === 'paused' ? 'Moves while paused' : '–'}
                    </span>
                  ) : (
                    <Time at={row.dueAt} mode="absolute" />
                  )}
                </td>
                <td>
                  <AppLink href={paths.record(row.agreement.id)}>{row.agreement.name}</AppLink>
                  <div className={panel.small}>
                    {row.calendar ? (
                      <AppLink href={paths.record(row.calendar.id)}>{row.calendar.name}</AppLink>
                    ) : (
                      'Around the clock'
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      <p className={panel.small}>
        Times used, left and paused are service time: hours in which the calendar is open. Due is an instant.
      </p>
      {rows.some((row) => row.isDoubtful) && (
        <Notice tone="warning">
          Some times of this record contradict each other (see the timeline), so these figures are the best
          that can be said.
        </Notice>
      )}
    </div>
  );
}

function UsedBar({ row }: { readonly row: SlaRow }) {
  return (
    <div className={styles.used}>
      <div>
        {row.elapsed} of {row.target}
      </div>
      <div className={styles.track} aria-hidden="true">
        <span
          className={styles.bar}
          data-over={row.isOver || undefined}
          style={{ width: `${Math.floor(row.used * 100)}%` }}
        />
      </div>
      {row.remaining && <div className={panel.small}>{row.remaining}</div>}
    </div>
  );
}
