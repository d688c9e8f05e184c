import { useRouter } from '@tanstack/react-router';
import { useData } from '#renderer/data/data.ts';
import { setPreference, usePreferences } from '#renderer/session/preferences.ts';
import { usePrintPage } from '#renderer/session/use-print.ts';
import { useUndo } from '#renderer/session/undo.ts';
import { openCreate, openOverlay, toggleHelp } from './shell-store.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What the shortcuts that work anywhere do. */
export function useShellShortcuts(): void {
  const router = useRouter();
  const { catalogue } = useData();
  const undo = useUndo();
  const { print } = usePrintPage({ title: document.title });
  const go = (href: string) => () => {
    void router.navigate({ href });
    return undefined;
  };
  const goToList = (type: string) => () => (catalogue.type(type) ? go(`/list/${type}`)() : false);
  useShortcuts({
    'palette.open': () => void openOverlay('palette'),
    'search.open': go('/search'),
    'create.open': () => void openCreate(),
    'undo.last': () => void undo(),
    'help.open': () => void toggleHelp(),
    'keys.open': () => void openOverlay('keys'),
    'rail.toggle': () => void setPreference('isRailOpen', !usePreferences.getState().isRailOpen),
    'notices.open': () => void openOverlay('notices'),
    'person.switch': () => void openOverlay('person'),
    'go.desk': go('/'),
    'go.incidents': goToList('incident'),
    'go.requests': goToList('request'),
    'go.handover': go('/handover'),
    'page.print': () => void print(),
  });
}
