import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { DataProvider, useConfig, type Data } from '#renderer/data/data.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { keepLastFrame } from '#renderer/session/last-frame.ts';
import { SessionProvider } from '#renderer/session/session.tsx';
import { useUnit } from '#renderer/session/unit.ts';
import { ZoneProvider } from '#renderer/ui/time/zone.tsx';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { useJoining } from './first-run/joining.ts';
import { AppTheme } from './AppTheme.tsx';
import { router } from './router.tsx';

const FirstRunPage = lazy(async () => ({
  default: (await import('./first-run/FirstRunPage.tsx')).FirstRunPage,
}));

/** The workbench once there is a unit, the set-up before. */
function Workspace() {
  const config = useConfig();
  const { zone, marking, shortName } = useUnit();
  const isJoining = useJoining((state) => state.isJoining);
  const hasUnit = config.all('unit').length > 0 && !isJoining;
  useEffect(() => {
    if (hasUnit) keepLastFrame({ marking, shortName });
  }, [hasUnit, marking, shortName]);
  return (
    <ZoneProvider zone={zone}>
      {hasUnit ? (
        <RouterProvider router={router} />
      ) : (
        <Suspense>
          <FirstRunPage />
        </Suspense>
      )}
    </ZoneProvider>
  );
}

export function App({ data, bridge }: { readonly data: Data; readonly bridge: OutpostBridge }) {
  return (
    <AppTheme>
      <BridgeProvider bridge={bridge}>
        <DataProvider value={data}>
          <SessionProvider>
            <Workspace />
          </SessionProvider>
        </DataProvider>
      </BridgeProvider>
    </AppTheme>
  );
}
