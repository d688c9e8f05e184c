import { useSyncExternalStore } from 'react';

/** From this width a record opens beside its list. */
const query = '(min-width: 1200px)';

function subscribe(again: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', again);
  return () => media.removeEventListener('change', again);
}

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
