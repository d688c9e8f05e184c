import { useRouter, type RouterHistory } from '@tanstack/react-router';
import { useMemo, type AnchorHTMLAttributes, type MouseEvent, type Ref } from 'react';

export interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A path inside the application, with its search part. */
  readonly href: string;
  readonly ref?: Ref<HTMLAnchorElement> | undefined;
}

/** A link inside the application: opens in place, and as the browser does with Ctrl, Shift or the middle button. */
export function AppLink({ href, onClick, children, ...rest }: AppLinkProps) {
  const router = useRouter();
  // As the browser is to keep it where the link opens a window of its own.
  const address = useMemo(() => addressOf(router, href), [router, href]);
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return (
    <a href={address} {...rest} onClick={open}>
      {children}
    </a>
  );
}

function addressOf(
  { history }: { readonly history: Pick<RouterHistory, 'createHref'> },
  href: string,
): string {
  return history.createHref(href);
}
