import { useCallback, useEffect, useRef } from 'react';

/** Puts the cursor into an element as soon as it is on the page; the last wish counts. */
export function useFocusSoon(): (find: () => HTMLElement | null | undefined) => void {
  const wanted = useRef<() => HTMLElement | null | undefined>(undefined);
  const take = useCallback(() => {
    const element = wanted.current?.();
    if (!element) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(take);
  return useCallback(
    (find) => {
      wanted.current = find;
      take();
    },
    [take],
  );
}
