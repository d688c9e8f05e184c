import { lazy, Suspense } from 'react';
import { markingColours } from '#renderer/shell/marking.ts';
import type { StartState } from './start-state.ts';
import styles from './StartPage.module.css';

const StartProblem = lazy(async () => ({ default: (await import('./StartProblem.tsx')).StartProblem }));

function Banner({ marking }: { readonly marking: string }) {
  const { fg, bg } = markingColours(marking);
  return (
    <div className={styles.banner} style={{ color: fg, background: bg }}>
      {marking}
    </div>
  );
}

const ThemedSignIn = lazy(async () => ({ default: (await import('./ThemedSignIn.tsx')).ThemedSignIn }));

interface StartPageProps {
  readonly state: StartState;
  /** The marking that stood here last; a device's first start has none. */
  readonly marking: string | undefined;
}

/** What stands here until the workspace is open, or why it cannot be opened. Painted at once: it needs neither data nor MUI. */
export function StartPage({ state, marking }: StartPageProps) {
  return (
    <div className={styles.page}>
      <title>Outpost</title>
      {marking !== undefined && <Banner marking={marking} />}
      <header className={styles.bar}>Outpost</header>
      <main className={styles.main}>
        {state.kind === 'opening' ? (
          <p className={styles.opening} role="status">
            Opening the workspace of this laptop
          </p>
        ) : state.kind === 'locked' ? (
          <Suspense>
            <ThemedSignIn device={state.device} onOpen={state.onOpen} />
          </Suspense>
        ) : (
          <Suspense>
            <StartProblem state={state} />
          </Suspense>
        )}
      </main>
      {marking !== undefined && <Banner marking={marking} />}
    </div>
  );
}
