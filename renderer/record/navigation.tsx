import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, type MouseEvent, type ReactNode } from 'react';
import { queryToSearch } from '#renderer/data/data.ts';
import type { Query } from '#shared/definition/query.ts';

/** Where the pages of this folder live; the routes are made by the application. */
export const paths = {
  record: (id: string) => `/record/${id}`,
  create: (type: string) => `/new/${type}`,
  board: (type: string) => `/board/${type}`,
  list: (query: Query) => withSearch(`/list/${query.type}`, queryToSearch(query)),
  printList: (query: Query) => withSearch(`/print/list/${query.type}`, queryToSearch(query)),
  printRecord: (id: string) => `/print/record/${id}`,
};

function withSearch(path: string, search: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(search).toString();
  return text === '' ? path : `${path}?${text}`;
}

export interface Navigation {
  readonly go: (href: string, options?: { readonly replace?: boolean }) => void;
  readonly back: () => void;
}

/** Moves between pages by address, so that every place can be linked, copied and gone back to. */
export function useNavigation(): Navigation {
  const router = useRouter();
  return useMemo(
    () => ({
      go: (href, options) => void router.navigate({ href, replace: options?.replace ?? false }),
      back: () => router.history.back(),
    }),
    [router],
  );
}

/** The search part of the address, as plain texts. */
export function useSearchText(): URLSearchParams {
  const text = useLocation({ select: (location) => location.searchStr });
  return useMemo(() => new URLSearchParams(text), [text]);
}

/** A plain link inside the application: opens in place on click, and as the browser does with Ctrl or the middle button. */
export function AppLink(props: {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly tabIndex?: number;
  readonly onOpen?: () => void;
}) {
  const { href, children, onOpen, ...rest } = props;
  const { go } = useNavigation();
  const open = useCallback(
    (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (onOpen) onOpen();
      else go(href);
    },
    [go, href, onOpen],
  );
  return (
    <a href={href} onClick={open} {...rest}>
      {children}
    </a>
  );
}
