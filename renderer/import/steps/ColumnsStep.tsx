import { useData } from '#renderer/data/data.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { targetsOf } from '#shared/import/auto-map.ts';
import { withField, withRule } from '#shared/import/edit-template.ts';
import { cellOf } from '#shared/import/source-row.ts';
import type { ColumnRule, ImportTemplate, ReferenceRule } from '#shared/import/template.ts';
import type { Inspection } from '../protocol.ts';
import { EventForm } from './EventForm.tsx';
import { FixedForm } from './FixedForm.tsx';
import type { StepProps } from './step-props.ts';
import styles from '../import.module.css';

const shownSamples = 3;

/** Which column goes into which field. */
export function ColumnsStep(props: StepProps) {
  const { state, actions, type } = props;
  const { inspection, template } = state;
  if (!inspection || !template || !type) return <EmptyState title="Choose a file first" />;
  return (
    <>
      {template.events && (
        <EventForm {...props} template={template} events={template.events} inspection={inspection} />
      )}
      <Section title="Columns">
        <DataTable caption="Columns of the file and the fields that take them">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Examples</th>
              <th scope="col">Field</th>
              <th scope="col">Finds records by</th>
            </tr>
          </thead>
          <tbody>
            {inspection.headings.map((heading) => (
              <ColumnLine key={heading} {...{ heading, inspection, template, type }} onEdit={actions.edit} />
            ))}
          </tbody>
        </DataTable>
      </Section>
      <FixedForm template={template} type={type} onEdit={actions.edit} />
    </>
  );
}

interface ColumnLineProps {
  readonly heading: string;
  readonly inspection: Inspection;
  readonly template: ImportTemplate;
  readonly type: RecordType;
  readonly onEdit: (template: ImportTemplate) => void;
}

function ColumnLine({ heading, inspection, template, type, onEdit }: ColumnLineProps) {
  const { catalogue } = useData();
  const rule = template.columns.find(({ column }) => column === heading);
  const taken = new Map(template.columns.map(({ column, field }) => [field, column]));
  const options = targetsOf(type).map(({ name, label }) => {
    const other = taken.get(name);
    const help = other === undefined || other === heading ? undefined : `Now from “${other}”`;
    return { value: name, label, help };
  });
  return (
    <tr>
      <th scope="row">{heading}</th>
      <td className={styles.samples}>{samplesOf(inspection, template, heading).join(' · ') || '–'}</td>
      <td className={styles.picker}>
        <Select
          label={`Field for ${heading}`}
          hideLabel
          value={rule?.field ?? ''}
          options={options}
          emptyLabel="Leave out"
          onChange={(field) => onEdit(withField(template, heading, field, type, catalogue))}
        />
      </td>
      <td className={styles.picker}>
        {rule?.reference && (
          <ReferenceChoice
            rule={rule}
            reference={rule.reference}
            onChange={(reference) => onEdit(withRule(template, heading, { reference }))}
          />
        )}
      </td>
    </tr>
  );
}

function samplesOf(inspection: Inspection, template: ImportTemplate, heading: string): readonly string[] {
  const index = inspection.headings.indexOf(heading);
  const marks = new Set(template.emptyMarks);
  const cells = inspection.samples.map((row) => cellOf(row, index, marks)).filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, shownSamples);
}

interface ReferenceChoiceProps {
  readonly rule: ColumnRule;
  readonly reference: ReferenceRule;
  readonly onChange: (reference: ReferenceRule) => void;
}

function ReferenceChoice({ rule, reference, onChange }: ReferenceChoiceProps) {
  const { catalogue } = useData();
  const type = catalogue.type(reference.type);
  if (!type) return null;
  const texts = Object.entries(type.fields).filter(([, field]) => field.kind === 'text');
  const options = [
    ...texts.map(([name, field]) => ({ value: name, label: `${type.label}: ${field.label}` })),
    { value: 'number', label: `${type.label}: number` },
  ];
  return (
    <>
      <Select
        label={`How ${rule.column} names a ${type.label}`}
        hideLabel
        value={reference.by}
        options={options}
        onChange={(by) => onChange({ ...reference, by })}
      />
      <Checkbox
        label={`Make ${type.plural.toLowerCase()} that are missing`}
        checked={reference.create}
        onChange={(create) => onChange({ ...reference, create })}
      />
    </>
  );
}
