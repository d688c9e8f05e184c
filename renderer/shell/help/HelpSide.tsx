import { lazy, Suspense } from 'react';
import { useShell } from '../shell-store.ts';

const HelpPanel = lazy(async () => ({ default: (await import('./HelpPanel.tsx')).HelpPanel }));

/** The help beside the page, loaded when it is first opened. */
export function HelpSide() {
  const isOpen = useShell((state) => state.isHelpOpen);
  return isOpen ? (
    <Suspense>
      <HelpPanel />
    </Suspense>
  ) : null;
}
