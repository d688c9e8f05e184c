import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';
import { noteVisit } from '#renderer/session/recent.ts';
import { announce } from '#renderer/session/toasts.ts';
import { uncoverPage } from './rail/rail-state.ts';
import { recordOfPath } from './help/help-topic.ts';

/**
 * What happens on arrival at another page: the record is noted as opened, the page begins at its top, the focus is not left on something that is gone, and screen
 * readers hear the page's name.
 */
export function useArrival(): RefObject<HTMLElement | null> {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, toLocation }) => {
        const { open } = toLocation.search as { readonly open?: unknown };
        const record = recordOfPath(toLocation.pathname) ?? (typeof open === 'string' ? open : undefined);
        if (record !== undefined) noteVisit(record);
        uncoverPage();
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
