import { useConfig, useData } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { modelNameOf } from '#shared/processes/improvement/model-choice.ts';
import { choiceLabel } from './choice-label.ts';
import styles from './report.module.css';

/** What was assessed, by whom and how. */
export function Facts({ assessment }: { readonly assessment: RecordView }) {
  const { catalogue } = useData();
  const config = useConfig();
  const type = catalogue.type('assessment');
  const people = ['sponsor', 'leadAssessor', 'coordinator'].map((field) => textOf(assessment, field));
  const team = [...listOf(assessment, 'assessors'), ...listOf(assessment, 'participants')];
  const others = ['previous', 'unit'].map((field) => textOf(assessment, field));
  const labels = useTitles([...people, ...team, ...others].filter((id) => id !== ''));
  const unit = useUnit();
  const name = (field: string) => labels.get(textOf(assessment, field)) ?? '';
  const names = (field: string) =>
    listOf(assessment, field)
      .map((id) => labels.get(id) ?? '…')
      .join('; ');
  const choice = (field: string) => choiceLabel(type, field, assessment);
  const facts: readonly (readonly [string, string])[] = [
    ['Unit assessed', name('unit') || unit.name],
    ['Purpose', textOf(assessment, 'purpose')],
    ['Period', [textOf(assessment, 'from'), textOf(assessment, 'until')].filter(Boolean).join(' to ')],
    ['Sponsor', name('sponsor')],
    ['Lead assessor', name('leadAssessor')],
    ['Assessors', names('assessors')],
    ['Local coordinator', name('coordinator')],
    ['Participants', names('participants')],
    ['Reference model', modelNameOf(assessment, config)],
    ['Class', choice('class')],
    ['Method', choice('method')],
    ['Constraints', textOf(assessment, 'constraints')],
    ['Compared with', name('previous')],
  ];
  return (
    <Section title="Assessment">
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
