import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { ChoiceField } from '#shared/definition/field.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { withState } from '#shared/import/edit-template.ts';
import { ownValue, type ImportTemplate, type StateRule } from '#shared/import/template.ts';
import type { SurveyReport } from '../protocol.ts';
import styles from '../import.module.css';

interface StateMapProps {
  readonly template: ImportTemplate;
  readonly type: RecordType;
  readonly survey: SurveyReport;
  readonly onEdit: (template: ImportTemplate) => void;
}

/** Which state here answers to each state of the source. */
export function StateMap({ template, type, survey, onEdit }: StateMapProps) {
  const { events } = template;
  if (!events) return null;
  const values = survey.values[events.state.column] ?? [];
  const options = Object.entries(type.lifecycle.states).map(([value, { label, help }]) => ({
    value,
    label,
    help,
  }));
  return (
    <Section title="States">
      <DataTable caption={`States: from ${events.state.column}`}>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col" data-number>
              Lines
            </th>
            <th scope="col">Here</th>
            <th scope="col">With</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ value, count }) => {
            const rule = ownValue(events.state.states, value);
            const set = (next: StateRule | undefined) => onEdit(withState(template, value, next));
            return (
              <tr key={value}>
                <th scope="row">{value}</th>
                <td data-number>{count.toLocaleString('en-GB')}</td>
                <td className={styles.picker}>
                  <Select
                    label={`State for ${value}`}
                    hideLabel
                    value={rule?.is[0] ?? ''}
                    options={options}
                    emptyLabel="Refuse these lines"
                    onChange={(state) => set(state === '' ? undefined : { is: [state] })}
                  />
                </td>
                <td className={styles.picker}>
                  {rule && <StateFields type={type} rule={rule} onChange={set} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </Section>
  );
}

interface StateFieldsProps {
  readonly type: RecordType;
  readonly rule: StateRule;
  readonly onChange: (rule: StateRule) => void;
}

/** Choices that an action asks for on the way into the state: why it waits. */
function StateFields({ type, rule, onChange }: StateFieldsProps) {
  const needed = new Set(
    type.lifecycle.transitions
      .filter(({ to }) => to === rule.is[0])
      .flatMap(({ needs = [] }) => needs)
      .filter((name) => type.fields[name]?.kind === 'choice'),
  );
  return [...needed].map((name) => {
    const field = type.fields[name] as ChoiceField;
    return (
      <Select
        key={name}
        label={field.label}
        value={rule.fields?.[name] ?? ''}
        options={field.choices}
        emptyLabel="Not said"
        onChange={(value) => onChange({ ...rule, fields: { ...rule.fields, [name]: value } })}
      />
    );
  });
}
