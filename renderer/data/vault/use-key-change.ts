import { useCallback, useSyncExternalStore } from 'react';
import { useData } from '../context.ts';
import type { KeyChange, KeyChangeStatus } from './key-change.ts';

/** New keys for this device, and how far they have come. */
export function useKeyChange(): { readonly keyChange: KeyChange; readonly status: KeyChangeStatus } {
  const { keyChange } = useData();
  const status = useSyncExternalStore(
    useCallback((again) => keyChange.subscribe(again), [keyChange]),
    () => keyChange.status,
  );
  return { keyChange, status };
}
