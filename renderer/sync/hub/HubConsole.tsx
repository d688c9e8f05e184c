import { useEffect, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { StorageFigures } from './StorageFigures.tsx';
import { isSignedOut } from './hub-session.ts';
import { SessionsPanel } from './SessionsPanel.tsx';
import { useHubAnswer } from './use-hub.tsx';
import { WorkspaceDialog } from './WorkspaceDialog.tsx';
import { WorkspacePanel } from './WorkspacePanel.tsx';
import { WorkspaceTable } from './WorkspaceTable.tsx';
import styles from './hub.module.css';

interface HubConsoleProps {
  /** Of the token that the administrator signed in with. */
  readonly label: string;
  /** Of signing out. */
  readonly problem: Problem | undefined;
  readonly onLeave: () => Promise<void>;
  readonly onLost: (problem: Problem) => void;
}

/** Workspaces of the hub and, for the one chosen, its devices, codes and dead letters. */
export function HubConsole({ label, problem: leaving, onLeave, onLost }: HubConsoleProps) {
  const { answer: workspaces, problem } = useHubAnswer('workspaces', (admin) => admin.workspaces());
  const [chosen, setChosen] = useState<string>();
  const [isMaking, setMaking] = useState(false);
  const isLost = problem !== undefined && isSignedOut(problem);
  useEffect(() => {
    if (isLost) onLost(problem);
  }, [isLost, problem, onLost]);
  const faults = [isLost ? undefined : problem, leaving].filter((one) => one !== undefined);
  const current = workspaces?.find(({ id }) => id === chosen) ?? workspaces?.[0];
  return (
    <>
      <PageHeader
        title="Hub administration"
        meta={
          <span>
            {location.host} · signed in as {label}
          </span>
        }
        actions={
          <>
            <Button onClick={() => setMaking(true)}>New workspace</Button>
            <Button variant="quiet" onClick={() => void onLeave()}>
              Sign out
            </Button>
          </>
        }
      />
      <div className={styles.body} aria-busy={workspaces === undefined && problem === undefined}>
        <ProblemAlert problems={faults} />
        {workspaces && <StorageFigures />}
        {workspaces?.length === 0 && (
          <EmptyState
            title="No workspace yet"
            text="A workspace holds the records of one unit. Make one, then a code for each device that joins it."
            action={
              <Button variant="primary" onClick={() => setMaking(true)}>
                New workspace
              </Button>
            }
          />
        )}
        {workspaces && current && (
          <>
            <WorkspaceTable workspaces={workspaces} current={current.id} onChoose={setChosen} />
            <WorkspacePanel key={current.id} workspace={current} />
          </>
        )}
        {workspaces && <SessionsPanel />}
      </div>
      {isMaking && <WorkspaceDialog onMade={setChosen} onClose={() => setMaking(false)} />}
    </>
  );
}
