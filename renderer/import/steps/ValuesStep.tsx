import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { withValue } from '#shared/import/edit-template.ts';
import { useOncePerTemplate } from '../use-once-per-template.ts';
import { DatesForm } from './DatesForm.tsx';
import { NamesTable } from './NamesTable.tsx';
import { StateMap } from './StateMap.tsx';
import type { StepProps } from './step-props.ts';
import { ValueMap } from './ValueMap.tsx';
import styles from '../import.module.css';

const decimals = [
  { value: '.', label: '1,234.5' },
  { value: ',', label: '1.234,5' },
] as const;

/** What the values of the source mean: dates, choices, states, names. */
export function ValuesStep(props: StepProps) {
  const { state, actions, type } = props;
  const { template, survey, inspection, busy } = state;
  useOncePerTemplate(template, survey !== undefined || busy !== undefined, () => void actions.survey());
  if (!template || !type || !inspection) return <EmptyState title="Choose a file first" />;
  const mapped = template.columns.filter(({ column, field }) => {
    const kind = type.fields[field]?.kind;
    return (
      survey?.values[column] !== undefined && (kind === 'choice' || kind === 'boolean' || field === 'state')
    );
  });
  return (
    <>
      <Section title="Dates, numbers and empty cells">
        <DatesForm template={template} type={type} inspection={inspection} onEdit={actions.edit} />
        <div className={styles.form}>
          <Select
            label="Numbers are written like"
            value={template.decimal}
            options={decimals}
            onChange={(decimal) => actions.edit({ ...template, decimal })}
          />
          <TextInput
            label="Marks for “nothing”"
            value={template.emptyMarks.join(' ')}
            onChange={(text) => actions.edit({ ...template, emptyMarks: text.split(/\s+/).filter(Boolean) })}
            help="Cells that hold one of these count as empty, for example ? or n/a. Put spaces between them."
          />
        </div>
      </Section>
      {!survey && !busy && (
        <EmptyState
          compact
          title="The lines have not been looked over"
          action={<Button onClick={() => void actions.survey()}>Look over all lines</Button>}
        />
      )}
      {survey && template.events && (
        <StateMap template={template} type={type} survey={survey} onEdit={actions.edit} />
      )}
      {survey && mapped.length > 0 && (
        <Section title="Values">
          {mapped.map((rule) => (
            <ValueMap
              key={rule.column}
              rule={rule}
              type={type}
              values={survey.values[rule.column] ?? []}
              onChange={(from, to) => actions.edit(withValue(template, rule.column, from, to))}
            />
          ))}
        </Section>
      )}
      {survey && <NamesTable template={template} survey={survey} onEdit={actions.edit} />}
    </>
  );
}
