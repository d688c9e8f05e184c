import type { RuledEntry } from './ruled-entries.ts';
import { useLive, type Subscribe } from './use-live.ts';

const onChange: Subscribe = (data, again) => data.onChange(again);
const none: readonly RuledEntry[] = [];

/** What hubs set aside and whoever is at the desk may look at, the newest first, live. */
export function useRuledAside(): readonly RuledEntry[] {
  const { answer } = useLive('ruled', (data) => data.audit.ruledAside(), onChange);
  return answer ?? none;
}
