import type { ReactNode } from 'react';
import { formatAbsolute, formatZulu } from './time/format-time.ts';
import { useZone } from './time/zone.tsx';
import styles from './PrintPage.module.css';

interface PrintPageProps {
  readonly title: string;
  /** What the page covers: "Incidents, shift of 14 Nov". */
  readonly subtitle?: ReactNode;
  /** Epoch ms up to which the page holds. */
  readonly asOf: number;
  readonly children: ReactNode;
}

/** Adds a head on paper that names the page and how recent its data are; markings and page numbers come with the print styles. */
export function PrintPage({ title, subtitle, asOf, children }: PrintPageProps) {
  const zone = useZone();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title} role="heading" aria-level={1}>
          {title}
        </div>
        {subtitle && <div>{subtitle}</div>}
        <div>
          Data as of {formatAbsolute(asOf, zone)} ({zone}), {formatZulu(asOf)}
        </div>
      </div>
      {children}
    </div>
  );
}
