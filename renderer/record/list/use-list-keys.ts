import { useCallback, type KeyboardEvent } from 'react';
import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import type { Row } from '#renderer/data/data.ts';
import type { Selection } from './use-selection.ts';

interface ListKeys {
  readonly active: number;
  readonly total: number;
  readonly pageRows: number;
  readonly at: (index: number) => Row | undefined;
  readonly move: (to: number) => void;
  readonly selection: Selection;
  readonly onOpen: (id: string, index: number) => void;
}

/** Arrow keys belong to the list only while nothing else has the focus. */
function isElsewhere(event: globalThis.KeyboardEvent): boolean {
  const { target } = event;
  return target instanceof Element && target !== document.body && !target.closest('[data-list-grid]');
}

/** Drives a list by keyboard alone: the application's letter keys anywhere on the page, the grid's own keys inside it. */
export function useListKeys({ active, total, pageRows, at, move, selection, onOpen }: ListKeys) {
  const step = (by: number) => (event: globalThis.KeyboardEvent) => {
    if (event.key.startsWith('Arrow') && isElsewhere(event)) return false;
    move(active + by);
    return true;
  };
  const row = at(active);
  useShortcuts({
    'list.next': step(1),
    'list.previous': step(-1),
    'list.open': (event) => {
      if (!row || (event.key === 'Enter' && isElsewhere(event))) return false;
      onOpen(row.id, active);
      return true;
    },
    'list.select': () => {
      if (!row) return false;
      selection.toggle(row.id, active);
      return true;
    },
    'list.extend': () => {
      selection.extend(active);
      return true;
    },
    'list.selectAll': () => {
      selection.selectAll();
      return true;
    },
  });

  return useCallback(
    (event: KeyboardEvent) => {
      const target = targetOf(event, active, total, pageRows);
      if (target !== undefined) {
        event.preventDefault();
        move(target);
        if (event.shiftKey) selection.extend(Math.max(0, Math.min(total - 1, target)));
        return;
      }
      if (event.key !== ' ' || event.target !== event.currentTarget || !row) return;
      event.preventDefault();
      selection.toggle(row.id, active);
    },
    [active, total, pageRows, move, selection, row],
  );
}

function targetOf(event: KeyboardEvent, active: number, total: number, pageRows: number): number | undefined {
  switch (event.key) {
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    case 'PageDown':
      return active + pageRows;
    case 'PageUp':
      return active - pageRows;
    case 'ArrowDown':
      return event.shiftKey ? active + 1 : undefined;
    case 'ArrowUp':
      return event.shiftKey ? active - 1 : undefined;
    default:
      return undefined;
  }
}
