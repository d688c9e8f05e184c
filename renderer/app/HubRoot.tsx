import { HubPage } from '#renderer/sync/hub/HubPage.tsx';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { ZoneProvider } from '#renderer/ui/time/zone.tsx';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { AppTheme } from './AppTheme.tsx';

/** The administration of a hub: no workspace is opened for it, and times are those of the browser's zone. */
export function HubRoot({ bridge }: { readonly bridge: OutpostBridge }) {
  return (
    <AppTheme>
      <BridgeProvider bridge={bridge}>
        <ZoneProvider zone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
          <HubPage />
        </ZoneProvider>
      </BridgeProvider>
    </AppTheme>
  );
}
