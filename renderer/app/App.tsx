import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { DataProvider, useAccess, useConfig, useData, type Data } from '#renderer/data/data.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { keepLastMarking } from '#renderer/session/last-frame.ts';
import { SessionProvider, setCurrentPerson } from '#renderer/session/session.tsx';
import { useUnit } from '#renderer/session/unit.ts';
import { ZoneProvider } from '#renderer/ui/time/zone.tsx';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { useAutoLock } from '#renderer/access/use-auto-lock.ts';
import { useRecoveryCode } from '#renderer/access/recovery-code.ts';
import { useJoining } from './first-run/joining.ts';
import { AppTheme } from './AppTheme.tsx';
import { routerOf } from './router.tsx';

const FirstRunPage = lazy(async () => ({
  default: (await import('./first-run/FirstRunPage.tsx')).FirstRunPage,
}));

const ScreenedPage = lazy(async () => ({
  default: (await import('#renderer/access/ScreenedPage.tsx')).ScreenedPage,
}));

const AccessPages = lazy(async () => ({
  default: (await import('#renderer/access/AccessPages.tsx')).AccessPages,
}));

/** The workbench, as long as somebody is at the desk. */
function SignedIn() {
  const data = useData();
  const { isScreened, unscreen } = useAutoLock();
  return (
    <>
      <div style={{ display: isScreened ? 'none' : 'contents' }} inert={isScreened}>
        <RouterProvider router={routerOf(data)} />
      </div>
      {isScreened && (
        <Suspense>
          <ScreenedPage onOpen={unscreen} />
        </Suspense>
      )}
    </>
  );
}

/** The workbench once there is a unit, the set-up before. */
function Workspace() {
  const config = useConfig();
  const { zone, marking } = useUnit();
  const isJoining = useJoining((state) => state.isJoining);
  const hasUnit = config.all('unit').length > 0 && !isJoining;
  const { stage, person } = useAccess();
  const isToldCode = useRecoveryCode(({ code }) => code === undefined);
  const isSignedIn = stage === 'closed' && person !== undefined && isToldCode;
  useLayoutEffect(() => setCurrentPerson(person), [person]);
  useEffect(() => {
    if (hasUnit) keepLastMarking(marking);
  }, [hasUnit, marking]);
  return (
    <ZoneProvider zone={zone}>
      {hasUnit && isSignedIn ? (
        <SignedIn />
      ) : hasUnit ? (
        <Suspense>
          <AccessPages />
        </Suspense>
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
