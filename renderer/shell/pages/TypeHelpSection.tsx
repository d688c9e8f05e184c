import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { FieldTable } from '../help/FieldTable.tsx';
import { LifecycleDiagram } from '../help/LifecycleDiagram.tsx';
import { LifecycleTable } from '../help/LifecycleTable.tsx';
import styles from './Process.module.css';

/** A record type in full: what it is, its states and actions, its fields. */
export function TypeHelpSection({ type, isOpen }: { readonly type: RecordType; readonly isOpen: boolean }) {
  return (
    <details className={styles.type} open={isOpen} id={type.name}>
      <summary className={styles.summary}>
        <h2 className={styles.typeName}>{type.plural}</h2>
        <span className={styles.muted}>
          {type.prefix} · {type.help}
        </span>
      </summary>
      <div className={styles.typeBody}>
        <Section
          title="Lifecycle"
          level={3}
          actions={
            <LinkButton size="small" href={`/list/${type.name}`}>
              Open the list
            </LinkButton>
          }
        >
          <LifecycleDiagram lifecycle={type.lifecycle} label={`States of a ${type.label.toLowerCase()}`} />
          <LifecycleTable type={type} />
        </Section>
        {type.rules && (
          <Section title="Happens by itself" level={3}>
            <ul>
              {type.rules.map(({ name, label }) => (
                <li key={name}>{label}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title="Fields" level={3}>
          <FieldTable type={type} />
        </Section>
      </div>
    </details>
  );
}
