import type { ReactNode } from 'react';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './Desk.module.css';

interface CardProps {
  readonly title: string;
  /** Path of all records that the card is about. */
  readonly all?: string | undefined;
  readonly allLabel?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, all, allLabel = 'All', wide = false, children }: CardProps) {
  return (
    <div className={classes(styles.card, wide && styles.wide)}>
      <Section
        title={title}
        actions={
          all && (
            <AppLink href={all} aria-label={`${title}: ${allLabel.toLowerCase()}`}>
              {allLabel}
            </AppLink>
          )
        }
      >
        {children}
      </Section>
    </div>
  );
}
