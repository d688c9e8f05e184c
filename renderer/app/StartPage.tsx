import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import styles from './StartPage.module.css';

export type StartState =
  | { readonly kind: 'opening' }
  /** Another window holds the database; goes on by itself. */
  | { readonly kind: 'blocked'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What stands here until the workspace is open, or why it cannot be opened. */
export function StartPage({ state }: { readonly state: StartState }) {
  return (
    <main className={styles.page}>
      <title>Outpost</title>
      <div className={styles.card}>
        <h1 className={styles.name}>Outpost</h1>
        {state.kind === 'opening' && <ProgressBar label="Opening the workspace of this laptop" />}
        {state.kind === 'blocked' && (
          <>
            <ProblemAlert problems={[state.problem]} />
            <ProgressBar label="Waiting for the other window" />
          </>
        )}
        {state.kind === 'failed' && (
          <ProblemAlert
            problems={[state.problem]}
            action={
              <Button size="small" onClick={() => window.location.reload()}>
                Try again
              </Button>
            }
          />
        )}
      </div>
    </main>
  );
}
