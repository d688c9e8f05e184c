import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { QuickCreateProvider } from '#renderer/record/form/QuickCreateProvider.tsx';
import { useSession } from '#renderer/session/session.tsx';
import { FaultBar } from './FaultBar.tsx';
import { HelpSide } from './help/HelpSide.tsx';
import { MarkingBanner } from './MarkingBanner.tsx';
import { useNoticeWatch } from './notices/use-notice-watch.ts';
import { Overlays } from './Overlays.tsx';
import { PrintStyles } from './PrintStyles.tsx';
import { useIsRailOpen } from './rail/rail-state.ts';
import { Rail } from './rail/Rail.tsx';
import { LiveRegion, Toasts } from './Toasts.tsx';
import { TopBar } from './topbar/TopBar.tsx';
import { useArrival } from './use-arrival.ts';
import { useMenuCommands } from './use-menu-commands.ts';
import { useShellShortcuts } from './use-shell-shortcuts.ts';
import styles from './Frame.module.css';

function Frame() {
  const isRailOpen = useIsRailOpen();
  const main = useArrival();
  useShellShortcuts();
  useMenuCommands();
  useNoticeWatch();
  return (
    <div className={styles.frame}>
      <a
        href="#main"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <MarkingBanner edge="top" />
      <TopBar />
      {isRailOpen && (
        <div className={styles.railHolder}>
          <Rail />
        </div>
      )}
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <FaultBar />
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <HelpSide />
      <MarkingBanner edge="bottom" />
      <Toasts />
      <LiveRegion />
      <Overlays />
      <PrintStyles />
    </div>
  );
}

/** The frame around every page. It is made anew when the person at the desk changes: what may be seen changes with it. */
export function AppFrame() {
  const { actor, isLoading } = useSession();
  if (isLoading) return null;
  return (
    <QuickCreateProvider
      key={actor ? `${actor.id} ${JSON.stringify([actor.roles, actor.scoped])}` : 'nobody'}
    >
      <Frame />
    </QuickCreateProvider>
  );
}
