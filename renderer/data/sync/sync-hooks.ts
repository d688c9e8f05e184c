import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useData } from '../context.ts';
import { readProblem } from '../storage-problem.ts';
import type { AsideInfo, ExchangeRow, SyncStatus } from './protocol.ts';
import type { SyncClient } from './sync-client.ts';

/** How the exchange stands, live. */
export function useSyncStatus(): SyncStatus {
  const { sync } = useData();
  return useSyncExternalStore(
    useCallback((again) => sync.onStatus(again), [sync]),
    () => sync.status,
  );
}

const mostShown = 500;
const noExchanges: readonly ExchangeRow[] = [];
const noAsides: readonly AsideInfo[] = [];

/** The newest exchanges, newest first, live. */
export function useExchanges(): readonly ExchangeRow[] {
  return useKept((sync) => sync.exchanges(mostShown), noExchanges);
}

/** What came from elsewhere and was kept aside, live. */
export function useAsides(): readonly AsideInfo[] {
  return useKept((sync) => sync.asides(), noAsides);
}

/** What an exchange writes beside records, read again whenever one ended. */
function useKept<Kept>(read: (sync: SyncClient) => Promise<Kept>, none: Kept): Kept {
  const data = useData();
  const status = useSyncStatus();
  const [kept, setKept] = useState(none);
  const [first] = useState(() => read);
  useEffect(() => {
    let isOver = false;
    first(data.sync).then(
      (found) => {
        if (!isOver) setKept(found);
      },
      (error: unknown) => data.tellFault(readProblem(error)),
    );
    return () => {
      isOver = true;
    };
  }, [data, status, first]);
  return kept;
}
