import { useState } from 'react';
import { LiveRegion, Toasts } from '#renderer/shell/Toasts.tsx';
import { HubConsole } from './HubConsole.tsx';
import { TokenForm } from './TokenForm.tsx';
import { HubProvider } from './use-hub.tsx';
import { setHubToken, useHubToken } from './use-hub-token.ts';
import styles from './hub.module.css';

/** The administration of the hub that serves this page. Needs no workspace on this browser. */
export function HubPage() {
  const token = useHubToken((state) => state.token);
  const [isRefused, setRefused] = useState(false);
  return (
    <main className={styles.page}>
      {token === undefined ? (
        <TokenForm
          isRefused={isRefused}
          onToken={(typed) => {
            setRefused(false);
            setHubToken(typed);
          }}
        />
      ) : (
        <HubProvider key={token} token={token}>
          <HubConsole
            onRefused={() => {
              setRefused(true);
              setHubToken(undefined);
            }}
          />
        </HubProvider>
      )}
      <Toasts />
      <LiveRegion />
    </main>
  );
}
