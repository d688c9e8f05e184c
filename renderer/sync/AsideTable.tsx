import { useSyncStatus, type AsideInfo, type RuledEntry } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { RuledContents } from './RuledContents.tsx';
import { ruledNext } from './words.ts';
import styles from './sync.module.css';

interface AsideTableProps {
  /** Logs, or parts of logs, that could not be taken in. */
  readonly runs: readonly AsideInfo[];
  /** Entries that hubs set aside. */
  readonly ruled: readonly RuledEntry[];
  readonly now: number;
}

/** What was kept and does not count, with the reason. */
export function AsideTable({ runs, ruled, now }: AsideTableProps) {
  const { devices } = useSyncStatus();
  const people = useTitles(ruled.map(({ person }) => person));
  const device = (replica: string) => devices[replica] ?? <code>{replica}</code>;
  return (
    <DataTable caption="Set aside">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Written by</th>
          <th scope="col">What</th>
          <th scope="col">Reason and next step</th>
        </tr>
      </thead>
      <tbody>
        {ruled.map((entry) => (
          <tr key={`${entry.record} ${entry.ref}`}>
            <td data-nowrap>
              <Time at={entry.at} now={now} />
            </td>
            <td>
              {people.get(entry.person) ?? entry.person}
              <div className={styles.hint}>{device(entry.replica)}</div>
            </td>
            <td>
              <RuledContents entry={entry} />
            </td>
            <td className={styles.reason}>
              {entry.ruling.reason} <span className={styles.muted}>{ruledNext(entry.ruling.code)}</span>{' '}
              <span className={styles.hint}>
                {entry.ruling.code} · hub {device(entry.ruling.hub)}
              </span>
            </td>
          </tr>
        ))}
        {runs.map(({ key, replica, from, bytes, at, reason }) => (
          <tr key={key}>
            <td data-nowrap>
              <Time at={at} now={now} />
            </td>
            <td>{device(replica)}</td>
            <td>
              Log from entry {from.toLocaleString('en-GB')} on
              <div className={styles.hint}>{formatBytes(bytes)}</div>
            </td>
            <td className={styles.reason}>
              {reason.message} <span className={styles.muted}>{reason.next}</span>{' '}
              <span className={styles.hint}>{reason.code}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
