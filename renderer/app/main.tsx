import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import '#renderer/ui/base.css';
import { applyTheme } from '#renderer/ui/theme/css-variables.ts';
import { getBridge } from './bridge/bridge.ts';
import { currentTheme } from './current-theme.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import { Root } from './Root.tsx';

/** The hub's own administration stands beside the workbench, at an address of its own. */
const HubRoot = lazy(async () => ({ default: (await import('./HubRoot.tsx')).HubRoot }));
const isHubAdministration = location.pathname === '/hub';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
// Pages set their own title; of two, the browser would show the first.
document.querySelector('title')?.remove();
applyTheme(currentTheme());
createRoot(root).render(
  <StrictMode>
    {isHubAdministration ? (
      <Suspense>
        <HubRoot bridge={getBridge()} />
      </Suspense>
    ) : (
      <Root bridge={getBridge()} />
    )}
  </StrictMode>,
);
registerServiceWorker();
