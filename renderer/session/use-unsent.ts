import { useMemo } from 'react';
import { useData, useSyncStatus } from '#renderer/data/data.ts';
import { isUnsent } from './unsent.ts';

/** Which entries of this device no hub holds yet; undefined where that says nothing: there is no hub, or all are sent. */
export function useUnsent(): ((ref: string) => boolean) | undefined {
  const { identity } = useData();
  const { hubs, unsent, acknowledged } = useSyncStatus();
  const isTold = hubs.length > 0 && unsent.entries > 0;
  return useMemo(
    () => (isTold ? (ref) => isUnsent(ref, identity.replica, acknowledged) : undefined),
    [isTold, identity.replica, acknowledged],
  );
}
