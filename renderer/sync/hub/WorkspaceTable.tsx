import { formatBytes } from '#renderer/session/storage-state.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { WorkspaceInfo } from '#shared/contracts/hub.ts';
import styles from './hub.module.css';

interface WorkspaceTableProps {
  readonly workspaces: readonly WorkspaceInfo[];
  /** Id of the one shown below. */
  readonly current: string;
  readonly onChoose: (id: string) => void;
}

export function WorkspaceTable({ workspaces, current, onChoose }: WorkspaceTableProps) {
  return (
    <div className={styles.panel}>
      <Section title="Workspaces">
        <DataTable caption="Workspaces">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Marking</th>
              <th scope="col" data-number>
                Devices
              </th>
              <th scope="col" data-number>
                Entries
              </th>
              <th scope="col" data-number>
                Size
              </th>
              <th scope="col">Made</th>
            </tr>
          </thead>
          <tbody>
            {workspaces.map(({ id, name, marking, replicas, entries, bytes, createdAt }) => (
              <tr key={id} data-current={id === current || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.choose}
                    aria-pressed={id === current}
                    onClick={() => onChoose(id)}
                  >
                    {name}
                  </button>
                </th>
                <td>{marking || '–'}</td>
                <td data-number>{replicas.toLocaleString('en-GB')}</td>
                <td data-number>{entries.toLocaleString('en-GB')}</td>
                <td data-number>{formatBytes(bytes)}</td>
                <td data-nowrap>
                  <Time at={createdAt} mode="date" />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
    </div>
  );
}
