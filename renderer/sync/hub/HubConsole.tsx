import { useEffect, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { StorageFigures } from './StorageFigures.tsx';
import { forgetToken, isTokenRefused, useHubAnswer } from './use-hub.tsx';
import { WorkspaceDialog } from './WorkspaceDialog.tsx';
import { WorkspacePanel } from './WorkspacePanel.tsx';
import { WorkspaceTable } from './WorkspaceTable.tsx';
import styles from './hub.module.css';

/** Workspaces of the hub and, for the one chosen, its devices, codes and dead letters. */
export function HubConsole({ onRefused }: { readonly onRefused: () => void }) {
  const { answer: workspaces, problem } = useHubAnswer('workspaces', (admin) => admin.workspaces());
  const [chosen, setChosen] = useState<string>();
  const [isMaking, setMaking] = useState(false);
  const isRefused = problem !== undefined && isTokenRefused(problem);
  useEffect(() => {
    if (isRefused) onRefused();
  }, [isRefused, onRefused]);
  const current = workspaces?.find(({ id }) => id === chosen) ?? workspaces?.[0];
  return (
    <>
      <PageHeader
        title="Hub administration"
        meta={<span>{location.host}</span>}
        actions={
          <>
            <Button onClick={() => setMaking(true)}>New workspace</Button>
            <Button variant="quiet" onClick={forgetToken}>
              Close
            </Button>
          </>
        }
      />
      <div className={styles.body} aria-busy={workspaces === undefined && problem === undefined}>
        {problem && !isRefused && <ProblemAlert problems={[problem]} />}
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
      </div>
      {isMaking && <WorkspaceDialog onMade={setChosen} onClose={() => setMaking(false)} />}
    </>
  );
}
