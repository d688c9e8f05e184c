import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';
import { announce } from '#renderer/session/toasts.ts';

/**
 * What happens on arrival at another page: it begins at its top, the focus is not left on something that is gone, and screen
 * readers hear the page's name.
 */
export function useArrival(): RefObject<HTMLElement | null> {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        if (!pathChanged) return;
        main.current?.scrollTo(0, 0);
        const { activeElement } = document;
        if (!activeElement || activeElement === document.body) main.current?.focus({ preventScroll: true });
        announce(document.title);
      }),
    [router],
  );
  return main;
}
