import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { useHubAction, useHubAnswer } from './use-hub.tsx';
import { useTick } from './use-tick.ts';
import styles from './hub.module.css';

/** Administrators who are signed in, here and elsewhere. */
export function SessionsPanel() {
  const now = useTick();
  const { answer, problem } = useHubAnswer('sessions', (admin) => admin.sessions());
  const action = useHubAction();
  const faults = [problem, action.problem].filter((one) => one !== undefined);
  return (
    <div className={styles.panel}>
      <Section title="Signed in">
        <ProblemAlert problems={faults} />
        {answer && (
          <DataTable caption="Administrators who are signed in">
            <thead>
              <tr>
                <th scope="col">Token</th>
                <th scope="col">From</th>
                <th scope="col">Since</th>
                <th scope="col">Last used</th>
                <th scope="col">Ends</th>
                <th scope="col">
                  <span className={styles.hidden}>End</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {answer.map(({ id, label, address, madeAt, usedAt, endsAt, isThis }) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  <td>{address}</td>
                  <td data-nowrap>
                    <Time at={madeAt} mode="absolute" />
                  </td>
                  <td data-nowrap>
                    <Time at={usedAt} now={now} />
                  </td>
                  <td data-nowrap>
                    <Time at={endsAt} now={now} />
                  </td>
                  <td data-number>
                    {isThis ? (
                      <Chip>This browser</Chip>
                    ) : (
                      <Button
                        size="small"
                        busy={action.isBusy}
                        aria-label={`End the session of ${label} from ${address}`}
                        onClick={() => void action.run((admin) => admin.endSession(id))}
                      >
                        End session
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </Section>
    </div>
  );
}
