import { useState } from 'react';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { toast } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { stateGlyphs } from '#renderer/ui/glyphs.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { ReplicaInfo, WorkspaceInfo } from '#shared/contracts/hub.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { useHubAction } from './use-hub.tsx';
import { useTick } from './use-tick.ts';
import styles from './hub.module.css';

interface DevicesPanelProps {
  readonly workspace: WorkspaceInfo;
  readonly answer: readonly ReplicaInfo[] | undefined;
  readonly problem: Problem | undefined;
  readonly onInvite: () => void;
}

/** Every device of a workspace, when it was last here and how far behind it is. */
export function DevicesPanel({ workspace, answer, problem, onInvite }: DevicesPanelProps) {
  const now = useTick();
  const [revoking, setRevoking] = useState<ReplicaInfo>();
  if (problem) return <ProblemAlert problems={[problem]} />;
  if (!answer) return null;
  if (answer.length === 0) {
    return (
      <EmptyState
        compact
        title="No device has joined this workspace yet."
        action={<Button onClick={onInvite}>Make a code</Button>}
      />
    );
  }
  return (
    <>
      <DataTable caption="Devices">
        <thead>
          <tr>
            <th scope="col">Device</th>
            <th scope="col">Short code</th>
            <th scope="col">Last contact</th>
            <th scope="col" data-number>
              Entries it lacks
            </th>
            <th scope="col" data-number>
              Entries it wrote
            </th>
            <th scope="col" data-number>
              Size
            </th>
            <th scope="col">Joined</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className={styles.hidden}>Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.map((device) => (
            <tr key={device.replica}>
              <th scope="row">
                {device.name}
                <div className={styles.hint}>
                  {device.kind === 'hub' && 'hub · '}
                  <code>{device.replica}</code>
                </div>
              </th>
              <td>{device.shortCode}</td>
              <td data-nowrap>
                {device.isThisHub ? (
                  '–'
                ) : device.lastContact === undefined ? (
                  'never'
                ) : (
                  <Time at={device.lastContact} now={now} />
                )}
              </td>
              <td data-number>{device.isThisHub ? '–' : device.lag.toLocaleString('en-GB')}</td>
              <td data-number>{device.entries.toLocaleString('en-GB')}</td>
              <td data-number>{formatBytes(device.bytes)}</td>
              <td data-nowrap>
                <Time at={device.enrolledAt} mode="date" />
              </td>
              <td>
                {device.isThisHub ? (
                  <Chip>This hub</Chip>
                ) : device.revokedAt === undefined ? (
                  <Chip tone="state-done" icon={stateGlyphs.done}>
                    Enrolled
                  </Chip>
                ) : (
                  <Chip tone="state-refused" icon={stateGlyphs.refused}>
                    Revoked
                  </Chip>
                )}
              </td>
              <td data-number>
                {device.revokedAt === undefined && !device.isThisHub && (
                  <Button
                    size="small"
                    onClick={() => setRevoking(device)}
                    aria-label={`Revoke ${device.name}`}
                  >
                    Revoke
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {revoking && (
        <RevokeDialog workspace={workspace.id} device={revoking} onClose={() => setRevoking(undefined)} />
      )}
    </>
  );
}

interface RevokeDialogProps {
  readonly workspace: string;
  readonly device: ReplicaInfo;
  readonly onClose: () => void;
}

function RevokeDialog({ workspace, device, onClose }: RevokeDialogProps) {
  const { isBusy, problem, run } = useHubAction();
  const revoke = async () => {
    if (!(await run((admin) => admin.revoke(workspace, device.replica)))) return;
    toast({ text: `${device.name} is revoked`, tone: 'success' });
    onClose();
  };
  return (
    <Dialog
      open
      width="small"
      title={`Revoke ${device.name}?`}
      onClose={onClose}
      busy={isBusy}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            Keep
          </Button>
          <Button variant="danger" busy={isBusy} onClick={() => void revoke()}>
            Revoke device
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          From now on the hub takes nothing from this device and gives it nothing. What it sent before stays,
          and what is on it stays on it. A revoked device cannot be let in again; it needs a new code and
          joins as a new one.
        </p>
        {problem && <ProblemAlert problems={[problem]} />}
      </div>
    </Dialog>
  );
}
