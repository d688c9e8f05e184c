import { Section } from '#renderer/ui/Section.tsx';
import type { ProcessDefinition } from '#shared/definition/process.ts';
import styles from './Process.module.css';

/** Purpose, scope, outcomes, activities in words, roles and policies. */
export function ProcessPurpose({ process }: { readonly process: ProcessDefinition }) {
  return (
    <div className={styles.purpose}>
      <div className={styles.column}>
        <Section title="Purpose">
          <p>{process.purpose}</p>
        </Section>
        <Section title="Scope">
          <p>{process.scope}</p>
        </Section>
        <Section title="Outcomes">
          <ul className={styles.list}>
            {process.outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </Section>
        <Section title="Policies">
          <ul className={styles.list}>
            {process.policies.map((policy) => (
              <li key={policy}>{policy}</li>
            ))}
          </ul>
        </Section>
      </div>
      <div className={styles.column}>
        <Section title="Activities">
          <dl className={styles.pairs}>
            {process.activities.map(({ code, name, help }) => (
              <div key={code}>
                <dt>
                  {code} {name}
                </dt>
                <dd>{help}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title="Roles">
          <dl className={styles.pairs}>
            {process.roles.map(({ name, does }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
    </div>
  );
}
