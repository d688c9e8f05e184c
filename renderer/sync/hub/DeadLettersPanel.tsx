import { useBridge } from '#renderer/session/bridge.tsx';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { toast } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { DeadLetterInfo, ReplicaInfo } from '#shared/contracts/hub.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { useHubAction } from './use-hub.tsx';
import { useTick } from './use-tick.ts';
import styles from './hub.module.css';

interface DeadLettersPanelProps {
  readonly answer: readonly DeadLetterInfo[] | undefined;
  readonly problem: Problem | undefined;
  readonly devices: readonly ReplicaInfo[];
}

/** What came in and could not be stored, with the reason; kept, so that nothing is lost. */
export function DeadLettersPanel({ answer, problem, devices }: DeadLettersPanelProps) {
  const now = useTick();
  const bridge = useBridge();
  const { isBusy, problem: failed, run } = useHubAction();
  const faults = [problem, failed].filter((one) => one !== undefined);
  const nameOf = new Map(devices.map(({ replica, name }) => [replica, name]));
  const download = ({ id, replica, from, to }: DeadLetterInfo) =>
    run(async (admin) => {
      const saved = await bridge.files.saveAs(`${replica} ${from}-${to}.run`, await admin.deadLetter(id), []);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    });
  const offer = ({ id }: DeadLetterInfo) =>
    run(async (admin) => {
      const [reason] = await admin.offerAgain(id);
      if (reason === undefined) toast({ text: 'Taken in', tone: 'success' });
      else toast({ text: `Still refused: ${reason}`, tone: 'danger' });
    });
  return (
    <div className={styles.form}>
      <ProblemAlert problems={faults} />
      {answer?.length === 0 && (
        <EmptyState compact title="Nothing was refused. All that came in is stored." />
      )}
      {devices
        .filter(({ deadForgotten = 0 }) => deadForgotten > 0)
        .map(({ replica, name, deadForgotten = 0 }) => (
          <p key={replica} className={styles.hint}>
            {name} brought {deadForgotten.toLocaleString('en-GB')} more, of which only this count is left.
          </p>
        ))}
      {answer && answer.length > 0 && (
        <DataTable caption="Dead letters">
          <thead>
            <tr>
              <th scope="col">Came in</th>
              <th scope="col">Written by</th>
              <th scope="col">Entries</th>
              <th scope="col" data-number>
                Size
              </th>
              <th scope="col">Reason</th>
              <th scope="col">
                <span className={styles.hidden}>Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.map((letter) => (
              <tr key={letter.id}>
                <td data-nowrap>
                  <Time at={letter.receivedAt} now={now} />
                </td>
                <td>
                  {nameOf.get(letter.replica) ?? <code>{letter.replica}</code>}
                  {letter.broughtBy !== letter.replica && (
                    <div className={styles.hint}>
                      brought by {nameOf.get(letter.broughtBy) ?? letter.broughtBy}
                    </div>
                  )}
                </td>
                <td data-nowrap>
                  {letter.from}–{letter.to}
                </td>
                <td data-number>{formatBytes(letter.bytes)}</td>
                <td>
                  {letter.message} <span className={styles.hint}>{letter.code}</span>
                </td>
                <td>
                  {letter.letGoAt === undefined ? (
                    <div className={styles.rowActions}>
                      <Button size="small" busy={isBusy} onClick={() => void download(letter)}>
                        Download
                      </Button>
                      <Button size="small" busy={isBusy} onClick={() => void offer(letter)}>
                        Offer again
                      </Button>
                    </div>
                  ) : (
                    <span className={styles.hint} title={letter.digest}>
                      Contents let go: its sender had too many
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </div>
  );
}
