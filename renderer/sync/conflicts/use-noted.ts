import { useMemo } from 'react';
import { usePreference } from '#renderer/data/data.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';

export interface Noted {
  readonly has: (ref: EntryRef) => boolean;
  readonly toggle: (ref: EntryRef) => void;
}

const none: readonly EntryRef[] = [];
const mostKept = 5_000;

/** Overtaken actions that somebody at this device has taken note of; they are no longer counted here. */
export function useNoted(): Noted {
  const [refs, set] = usePreference<readonly EntryRef[]>('sync.overtaken.noted', none);
  return useMemo(() => {
    const known = new Set(refs);
    return {
      has: (ref) => known.has(ref),
      toggle: (ref) =>
        set(known.has(ref) ? refs.filter((one) => one !== ref) : [...refs, ref].slice(-mostKept)),
    };
  }, [refs, set]);
}
