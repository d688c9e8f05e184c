import { useSyncExternalStore } from 'react';
import { setPreference, usePreferences } from '#renderer/session/preferences.ts';
import { useShell } from '../shell-store.ts';

/** Below this width the navigation lies over the page instead of beside it. */
const narrow = '(max-width: 899px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function isNarrow(): boolean {
  return window.matchMedia(narrow).matches;
}

/** Whether the navigation is shown. Where it would cover the page it is closed until asked for. */
export function useIsRailOpen(): boolean {
  const isOver = useSyncExternalStore(subscribe, isNarrow);
  const isBeside = usePreferences((state) => state.isRailOpen);
  const isCovering = useShell((state) => state.isRailCovering);
  return isOver ? isCovering : isBeside;
}

export function toggleRail(): void {
  if (isNarrow()) useShell.setState(({ isRailCovering }) => ({ isRailCovering: !isRailCovering }));
  else setPreference('isRailOpen', !usePreferences.getState().isRailOpen);
}

/** Uncovers the page after the way to another one was chosen. */
export function uncoverPage(): void {
  useShell.setState({ isRailCovering: false });
}
