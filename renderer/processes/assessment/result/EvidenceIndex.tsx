import { useData } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import styles from './report.module.css';

/** All evidence of an assessment, with what it is held for. */
export function EvidenceIndex({ evidence }: { readonly evidence: readonly RecordView[] }) {
  const { catalogue } = useData();
  if (evidence.length === 0) return null;
  const states = catalogue.type('evidence')?.lifecycle.states ?? {};
  return (
    <Section title="Evidence">
      <ul className={styles.reasons}>
        {evidence.map((one) => (
          <li key={one.id}>
            <AppLink href={paths.record(one.id)}>{one.number}</AppLink> {textOf(one, 'name')},{' '}
            {(states[one.state]?.label ?? one.state).toLowerCase()}
          </li>
        ))}
      </ul>
    </Section>
  );
}
