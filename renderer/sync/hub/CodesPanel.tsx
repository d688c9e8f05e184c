import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { CodeInfo, ReplicaInfo, WorkspaceInfo } from '#shared/contracts/hub.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { CodeDialog } from './CodeDialog.tsx';
import { useHubAction } from './use-hub.tsx';
import { useTick } from './use-tick.ts';
import styles from './hub.module.css';

interface CodesPanelProps {
  readonly workspace: WorkspaceInfo;
  readonly answer: readonly CodeInfo[] | undefined;
  readonly problem: Problem | undefined;
  readonly devices: readonly ReplicaInfo[];
}

/** The codes with which devices join: made here, each for one device. */
export function CodesPanel({ workspace, answer, problem, devices }: CodesPanelProps) {
  const now = useTick();
  const [isMaking, setMaking] = useState(false);
  const action = useHubAction();
  const faults = [problem, action.problem].filter((one) => one !== undefined);
  const nameOf = new Map(devices.map(({ replica, name }) => [replica, name]));
  return (
    <div className={styles.form}>
      <div className={styles.buttons}>
        <Button variant="primary" onClick={() => setMaking(true)}>
          Make a code
        </Button>
      </div>
      <ProblemAlert problems={faults} />
      {answer?.length === 0 && (
        <EmptyState compact title="No code was made. Each device that joins needs one of its own." />
      )}
      {answer && answer.length > 0 && (
        <DataTable caption="Codes">
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">State</th>
              <th scope="col">Valid until</th>
              <th scope="col">
                <span className={styles.hidden}>Cancel</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.toReversed().map(({ id, label, kind, expiresAt, usedAt, usedBy }) => {
              const isOpen = usedAt === undefined && expiresAt > now;
              return (
                <tr key={id}>
                  <th scope="row">
                    {label}
                    {kind === 'hub' && <span className={styles.hint}> (a hub)</span>}
                  </th>
                  <td>
                    {usedAt !== undefined ? (
                      <>
                        used by {nameOf.get(usedBy ?? '') ?? usedBy} <Time at={usedAt} now={now} />
                      </>
                    ) : isOpen ? (
                      'not used yet'
                    ) : (
                      'expired'
                    )}
                  </td>
                  <td data-nowrap>
                    <Time at={expiresAt} mode="absolute" />
                  </td>
                  <td data-number>
                    {isOpen && (
                      <Button
                        size="small"
                        busy={action.isBusy}
                        aria-label={`Cancel the code for ${label}`}
                        onClick={() => void action.run((admin) => admin.cancelCode(id))}
                      >
                        Cancel code
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
      {isMaking && <CodeDialog workspace={workspace} onClose={() => setMaking(false)} />}
    </div>
  );
}
