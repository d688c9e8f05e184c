import { useData } from '#renderer/data/data.ts';
import { FieldDisplay } from '#renderer/record/fields/FieldDisplay.tsx';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { isEmpty } from '#shared/definition/values.ts';
import type { RecordView } from '#shared/definition/record.ts';
import styles from './plan.module.css';

const shown = [
  'sponsor',
  'leadAssessor',
  'assessors',
  'coordinator',
  'participants',
  'from',
  'until',
  'class',
  'method',
];

interface TeamProps {
  readonly assessment: RecordView;
  /** Without the way to change it. */
  readonly isPaper?: boolean;
}

/** Who assesses, for whom, when and how. */
export function Team({ assessment, isPaper = false }: TeamProps) {
  const type = useData().catalogue.type('assessment');
  return (
    <Section
      title="Team and method"
      actions={!isPaper && <AppLink href={paths.record(assessment.id)}>Change in the record</AppLink>}
    >
      <dl className={styles.facts}>
        {shown.flatMap((name) => {
          const field = type?.fields[name];
          const value = assessment.fields[name];
          if (!field || isEmpty(value)) return [];
          return [
            <div key={name}>
              <dt>{field.label}</dt>
              <dd>
                <FieldDisplay field={field} value={value} />
              </dd>
            </div>,
          ];
        })}
      </dl>
    </Section>
  );
}
