import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { RoleFault } from '#shared/engine/role-faults.ts';
import { mendLinks } from './mend-links.ts';
import styles from '../access.module.css';

/** Owners that are missing, given twice or gone, each with the way to mend it. */
export function FaultsSection({ faults }: { readonly faults: readonly RoleFault[] }) {
  return (
    <div className={styles.panel}>
      <Section title="To mend">
        {faults.length === 0 ? (
          <Notice tone="success">
            Every process and every service in use has one owner, and every activity one who is accountable.
          </Notice>
        ) : (
          <ul className={styles.faults} aria-label="To mend">
            {faults.map((fault) => (
              <li key={fault.says}>
                <Notice
                  tone="warning"
                  action={
                    <span className={styles.buttons}>
                      {mendLinks(fault).map(({ href, label }) => (
                        <AppLink key={href} href={href}>
                          {label}
                        </AppLink>
                      ))}
                    </span>
                  }
                >
                  {fault.says}
                </Notice>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
