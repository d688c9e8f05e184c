import { useEffect, useRef, type RefObject } from 'react';
import { paths, useNavigation } from '#renderer/record/navigation.ts';
import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import type { Head } from '#shared/definition/record.ts';
import type { OpenConflict } from './conflicts.ts';

interface ConflictKeys {
  readonly conflicts: readonly OpenConflict[];
  readonly active: number;
  readonly move: (to: number) => void;
  readonly toggle: (key: string) => void;
  readonly selectAll: () => void;
  readonly choose: (item: OpenConflict, head: Head) => void;
}

/** The keys of the inbox. Gives the ref of the list, whose active card is kept in sight. */
export function useConflictKeys(keys: ConflictKeys): RefObject<HTMLOListElement | null> {
  const { conflicts, active, move, toggle, selectAll, choose } = keys;
  const { go } = useNavigation();
  const box = useRef<HTMLOListElement>(null);
  const item = conflicts[active];
  const key = item?.key;
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    box.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, key]);
  const withItem = (work: (found: OpenConflict) => void) => () => {
    if (!item) return false;
    work(item);
    return true;
  };
  useShortcuts({
    'list.next': () => move(active + 1),
    'list.previous': () => move(active - 1),
    'list.select': withItem((found) => toggle(found.key)),
    'list.selectAll': selectAll,
    'list.open': (event) => {
      // Enter on a button or a link is for that.
      if (!item || (event.key === 'Enter' && event.target !== document.body)) return false;
      go(paths.record(item.record.id));
      return true;
    },
    'conflict.choose': (event) => {
      const head = item?.conflict.heads[Number(event.key) - 1];
      if (!item || !head || !item.canSettle) return false;
      choose(item, head);
      return true;
    },
  });
  return box;
}
