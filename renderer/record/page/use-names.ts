import { useMemo } from 'react';
import { useLabels, useSyncStatus } from '#renderer/data/data.ts';

/** Titles of records, and names of the unit's devices and hubs by their replica ids. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const labels = useLabels(ids);
  const { devices } = useSyncStatus();
  return useMemo(() => new Map([...Object.entries(devices), ...labels]), [labels, devices]);
}
