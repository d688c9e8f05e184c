import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { AppTheme } from './AppTheme.tsx';
import { startProblem } from '#renderer/session/start-problem.ts';
import type { StartState } from './start-state.ts';
import styles from './StartPage.module.css';

/** Why the workspace does not open, and what to do. */
export function StartProblem({
  state,
}: {
  readonly state: Extract<StartState, { kind: 'blocked' | 'failed' }>;
}) {
  return (
    <AppTheme>
      <div className={styles.card}>
        {state.kind === 'blocked' ? (
          <>
            <ProblemAlert problems={[state.problem]} />
            <ProgressBar label="Waiting for the other window" />
          </>
        ) : (
          <ProblemAlert
            problems={[startProblem(state.error)]}
            action={
              <Button size="small" onClick={() => window.location.reload()}>
                Try again
              </Button>
            }
          />
        )}
      </div>
    </AppTheme>
  );
}
