import { useSyncStatus, type AsideInfo } from '#renderer/data/data.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import styles from './sync.module.css';

interface AsideTableProps {
  readonly asides: readonly AsideInfo[];
  readonly now: number;
}

/** What was kept and not applied, with the reason. */
export function AsideTable({ asides, now }: AsideTableProps) {
  const { devices } = useSyncStatus();
  return (
    <DataTable caption="Set aside">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Written by device</th>
          <th scope="col" data-number>
            From entry
          </th>
          <th scope="col" data-number>
            Size
          </th>
          <th scope="col">Reason and next step</th>
        </tr>
      </thead>
      <tbody>
        {asides.map(({ key, replica, from, bytes, at, reason }) => (
          <tr key={key}>
            <td data-nowrap>
              <Time at={at} now={now} />
            </td>
            <td>{devices[replica] ?? <code>{replica}</code>}</td>
            <td data-number>{from.toLocaleString('en-GB')}</td>
            <td data-number>{formatBytes(bytes)}</td>
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
