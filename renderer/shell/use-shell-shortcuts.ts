import { useRouter } from '@tanstack/react-router';
import { useData } from '#renderer/data/data.ts';
import { usePrintPage } from '#renderer/session/use-print.ts';
import { useUndo } from '#renderer/session/undo.ts';
import { toggleRail } from './rail/rail-state.ts';
import { openCreate, openOverlay, toggleHelp } from './shell-store.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What the shortcuts that work anywhere do. */
export function useShellShortcuts(): void {
  const router = useRouter();
  const { catalogue } = useData();
  const undo = useUndo();
  const { print } = usePrintPage();
  const go = (href: string) => () => {
    void router.navigate({ href });
  };
  const goToList = (type: string) => () => {
    if (!catalogue.type(type)) return false;
    go(`/list/${type}`)();
    return true;
  };
  useShortcuts({
    'palette.open': () => openOverlay('palette'),
    'search.open': go('/search'),
    'create.open': () => openCreate(),
    'undo.last': () => void undo(),
    'help.open': toggleHelp,
    'keys.open': () => openOverlay('keys'),
    'rail.toggle': toggleRail,
    'notices.open': () => openOverlay('notices'),
    'person.switch': () => openOverlay('person'),
    'go.desk': go('/'),
    'go.incidents': goToList('incident'),
    'go.requests': goToList('request'),
    'go.handover': go('/handover'),
    'page.print': () => void print(),
  });
}
