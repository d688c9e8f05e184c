import { useCallback, useSyncExternalStore } from 'react';
import { useData } from '../context.ts';
import type { VerificationStatus } from './verification.ts';

/** What the last check of the log found, and the one under way, live. */
export function useVerification(): VerificationStatus {
  const { verification } = useData();
  return useSyncExternalStore(
    useCallback((again) => verification.subscribe(again), [verification]),
    () => verification.status,
  );
}
