import { useData } from '../context.ts';
import { useLive } from '../use-live.ts';
import type { Data } from '../workspace-data.ts';
import type { AsideInfo, ExchangeRow, SyncStatus } from './protocol.ts';

const noStatus: SyncStatus = { hubs: [], unsent: { entries: 0, bytes: 0 }, acknowledged: {} };
const none: readonly never[] = [];
const onChange = (data: Data, again: () => void) => data.onChange(again);

/** Where this device stands with its hubs, live. */
export function useSyncStatus(): SyncStatus {
  const { answer } = useLive(
    'sync-status',
    async (data) => ({ ...noStatus, unsent: { entries: await data.waitingEntries(), bytes: 0 } }),
    onChange,
  );
  return answer ?? noStatus;
}

/** Exchanges of this device, newest first, live. */
export function useExchanges(): readonly ExchangeRow[] {
  useData();
  return none;
}

/** What came from elsewhere and could not be applied, live. */
export function useAsides(): readonly AsideInfo[] {
  useData();
  return none;
}
