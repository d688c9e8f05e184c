import { createContext, use, type ReactNode } from 'react';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';

const BridgeContext = createContext<OutpostBridge | undefined>(undefined);

export function BridgeProvider({
  bridge,
  children,
}: {
  readonly bridge: OutpostBridge;
  readonly children: ReactNode;
}) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>;
}

/** The shell that the page runs in. */
export function useBridge(): OutpostBridge {
  const bridge = use(BridgeContext);
  if (!bridge) throw new Error('useBridge is called outside BridgeProvider.');
  return bridge;
}
