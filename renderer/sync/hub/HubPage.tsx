import { LiveRegion, Toasts } from '#renderer/shell/Toasts.tsx';
import { HubConsole } from './HubConsole.tsx';
import { TokenForm } from './TokenForm.tsx';
import { useAdminSession } from './use-admin-session.ts';
import { HubProvider } from './use-hub.tsx';
import styles from './hub.module.css';

/** The administration of the hub that serves this page. Needs no workspace on this browser. */
export function HubPage() {
  const { state, problem, isBusy, enter, leave, lose } = useAdminSession();
  return (
    <main className={styles.page} aria-busy={state === 'asking'}>
      {state === 'out' && <TokenForm problem={problem} isBusy={isBusy} onToken={enter} />}
      {typeof state === 'object' && (
        <HubProvider key={state.proof} proof={state.proof}>
          <HubConsole label={state.label} problem={problem} onLeave={leave} onLost={lose} />
        </HubProvider>
      )}
      <Toasts />
      <LiveRegion />
    </main>
  );
}
