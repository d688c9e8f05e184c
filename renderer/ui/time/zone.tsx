import { createContext, use, type ReactNode } from 'react';

const ZoneContext = createContext('UTC');

/** Sets the zone that times below are shown in: the unit's. */
export function ZoneProvider({ zone, children }: { readonly zone: string; readonly children: ReactNode }) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

export function useZone(): string {
  return use(ZoneContext);
}
