import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import styles from './Rail.module.css';

interface RailLinkProps {
  readonly href: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly count?: number | undefined;
  readonly level?: 1 | 2 | 3;
  /** The line of a process, above its record types. */
  readonly isProcess?: boolean;
  /** Current on this very path only, not below it. */
  readonly exact?: boolean;
  /** Other paths that count as this place. */
  readonly also?: readonly string[];
}

export function RailLink({
  href,
  label,
  icon,
  count,
  level = 1,
  isProcess = false,
  exact = false,
  also = [],
}: RailLinkProps) {
  const path = useLocation({ select: (location) => location.pathname });
  const places = [href, ...also];
  const isCurrent = places.some((place) => path === place || (!exact && path.startsWith(`${place}/`)));
  return (
    <li>
      <AppLink
        href={href}
        className={classes(styles.link, styles[`level${String(level)}`], isProcess && styles.process)}
        aria-current={isCurrent ? 'page' : undefined}
        draggable={false}
      >
        {icon}
        <span className={styles.label} title={label}>
          {label}
        </span>
        {count !== undefined && count > 0 && (
          <span className={styles.count}>
            {count.toLocaleString('en-GB')}
            <VisuallyHidden> open</VisuallyHidden>
          </span>
        )}
      </AppLink>
    </li>
  );
}
