import { useCallback } from 'react';
import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import { useCurrentList } from '../list/current-list.ts';
import { paths, useNavigation } from '../navigation.ts';

/** Keys of a record: edit, step through the list it was opened from, leave. The note and action keys sit with their parts. */
export function useRecordKeys(
  box: HTMLElement | null,
  onClose: (() => void) | undefined,
): { readonly onStep: ((by: number) => void) | undefined } {
  const { go } = useNavigation();
  const { list, step } = useCurrentList();
  const isBeside = onClose !== undefined;
  const onStep = useCallback(
    (by: number) => {
      void step(by).then((id) => {
        if (id === undefined || !list) return;
        go(isBeside ? paths.list(list.query, id) : paths.record(id), { replace: true });
      });
    },
    [go, isBeside, list, step],
  );
  useShortcuts({
    'record.edit': () => {
      const first = box?.querySelector<HTMLElement>('[data-edit-field]');
      first?.click();
      return first !== null && first !== undefined;
    },
    'record.previous': () => {
      onStep(-1);
      return list !== undefined;
    },
    'record.next': () => {
      onStep(1);
      return list !== undefined;
    },
    'record.leave': () => {
      if (onClose) onClose();
      else if (list) go(list.href);
      else return false;
      return true;
    },
  });
  return { onStep: list ? onStep : undefined };
}
