import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { stateNamed } from '#shared/import/plan-record.ts';
import { readBoolean } from '#shared/import/read-plain.ts';
import type { ValueCount } from '#shared/import/survey.ts';
import { ownValue, type ColumnRule } from '#shared/import/template.ts';
import styles from '../import.module.css';

interface ValueMapProps {
  readonly rule: ColumnRule;
  readonly type: RecordType;
  readonly values: readonly ValueCount[];
  readonly onChange: (from: string, to: string | undefined) => void;
}

const nothing = '\u0000';

/** Which choice each value of a column stands for. */
export function ValueMap({ rule, type, values, onChange }: ValueMapProps) {
  const label = type.fields[rule.field]?.label ?? 'State';
  const choices = choicesOf(type, rule.field);
  const options = [...choices, { value: nothing, label: 'Nothing' }];
  return (
    <DataTable caption={`${label}: from ${rule.column}`} showCaption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col" data-number>
            Lines
          </th>
          <th scope="col">Here</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ value, count }) => {
          const mapped = ownValue(rule.values, value);
          const own = meantBy(type, rule.field, value);
          const shown = mapped === '' ? nothing : (mapped ?? own ?? '');
          return (
            <tr key={value}>
              <th scope="row" className={styles.cell}>
                {value}
              </th>
              <td data-number>{count.toLocaleString('en-GB')}</td>
              <td className={styles.picker}>
                <Select
                  label={`${label} for ${value}`}
                  hideLabel
                  value={shown}
                  options={options}
                  emptyLabel="Refuse these lines"
                  onChange={(to) =>
                    onChange(value, to === nothing ? '' : to === '' || to === own ? undefined : to)
                  }
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function choicesOf(
  type: RecordType,
  name: string,
): readonly { readonly value: string; readonly label: string }[] {
  const field = type.fields[name];
  if (field?.kind === 'choice') return field.choices;
  if (field?.kind === 'boolean') {
    return [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
  }
  return Object.entries(type.lifecycle.states).map(([value, { label }]) => ({ value, label }));
}

/** What a value means by itself. */
function meantBy(type: RecordType, name: string, value: string): string | undefined {
  const field = type.fields[name];
  if (field?.kind === 'boolean') {
    const read = readBoolean(value);
    return read === undefined ? undefined : String(read);
  }
  if (field?.kind !== 'choice') return stateNamed(type, value);
  const wanted = value.toLowerCase();
  return field.choices.find((choice) =>
    [choice.value, choice.label].some((text) => text.toLowerCase() === wanted),
  )?.value;
}
