import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import styles from './report.module.css';

const quarters = [
  ['strength', 'Strengths'],
  ['weakness', 'Weaknesses'],
  ['opportunity', 'Opportunities'],
  ['threat', 'Threats'],
] as const;

export function Swot({ findings }: { readonly findings: readonly RecordView[] }) {
  if (findings.length === 0) return null;
  return (
    <Section title="Findings">
      <div className={styles.swot}>
        {quarters.map(([kind, title]) => (
          <section key={kind} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {findings
                .filter((finding) => textOf(finding, 'kind') === kind)
                .map((finding) => (
                  <li key={finding.id}>
                    <AppLink href={paths.record(finding.id)}>{textOf(finding, 'name')}</AppLink>
                    {textOf(finding, 'process') !== '' && ` (${textOf(finding, 'process')})`}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}
