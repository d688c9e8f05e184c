import { useId } from 'react';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { fromLocalInput, toLocalInput } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { useRecord } from '#renderer/data/data.ts';
import type { Column } from '../columns/columns.ts';
import { ReferencePicker } from '../fields/ReferencePicker.tsx';
import { TagsEditor } from '../fields/TagsEditor.tsx';
import { useKnownActor } from '../known-actor.ts';
import type { Given, Operand } from './operators.ts';
import type { QueryValue } from '#shared/definition/query.ts';
import styles from './filter.module.css';

interface OperandEditorProps {
  readonly column: Column;
  readonly operand: Operand;
  readonly values: Given;
  readonly onChange: (values: Given) => void;
}

/** Asks for what an operator needs, by the kind of the column. */
export function OperandEditor(props: OperandEditorProps) {
  const { operand, values, onChange } = props;
  const id = useId();
  switch (operand) {
    case 'none':
      return null;
    case 'members':
      return <MembersEditor {...props} />;
    case 'count':
      return (
        <TextInput
          label="Days"
          type="number"
          value={typeof values[0] === 'number' ? String(values[0]) : ''}
          onChange={(text) => onChange(Number(text) > 0 ? [Number(text)] : [])}
        />
      );
    case 'one':
      return <BoundEditor {...props} id={id} label={props.column.label} at={0} />;
    case 'two':
      return (
        <>
          <BoundEditor {...props} id={`${id}-from`} label="From" at={0} />
          <BoundEditor {...props} id={`${id}-below`} label="Before" at={1} />
        </>
      );
  }
}

function MembersEditor({ column, values, onChange }: OperandEditorProps) {
  const id = useId();
  const plain = values.filter((value): value is string => typeof value === 'string');
  const symbols = values.filter((value) => typeof value === 'object');
  if (column.choices.length > 0 || column.kind === 'boolean') {
    const choices: readonly { readonly value: QueryValue; readonly label: string }[] =
      column.kind === 'boolean'
        ? [
            { value: true, label: 'Yes' },
            { value: false, label: 'No' },
          ]
        : column.choices;
    return (
      <div className={styles.choices} role="group" aria-label={column.label}>
        {choices.map(({ value, label }) => (
          <Checkbox
            key={label}
            label={label}
            checked={values.includes(value)}
            onChange={(isOn) =>
              onChange(isOn ? [...values, value] : values.filter((other) => other !== value))
            }
          />
        ))}
      </div>
    );
  }
  if (column.to.length === 0) {
    return (
      <TagsEditor
        id={id}
        label={column.label}
        value={plain}
        onChange={(next) => onChange(next as readonly string[])}
      />
    );
  }
  return (
    <>
      <SymbolChoice column={column} values={values} onChange={onChange} />
      <ReferencePicker
        id={id}
        label={column.label}
        to={column.to}
        multiple
        canCreate={false}
        value={plain}
        onChange={(next) => onChange([...symbols, ...(next as readonly string[])])}
      />
    </>
  );
}

/** “Me” where the column names people, “my teams” where it names teams: what depends on who asks. */
function SymbolChoice({ column, values, onChange }: Omit<OperandEditorProps, 'operand'>) {
  const actor = useKnownActor();
  const { record: person } = useRecord(actor.id || undefined);
  const { record: team } = useRecord(actor.teams[0]);
  const toActor = person !== undefined && column.to.includes(person.type);
  const toTeam = team !== undefined && column.to.includes(team.type);
  const symbols = [
    ...(toActor ? [{ value: { symbol: 'me' }, label: 'Me' } as const] : []),
    ...(toTeam ? [{ value: { symbol: 'myTeams' }, label: 'My teams' } as const] : []),
  ];
  return symbols.map(({ value, label }) => {
    const isSame = (other: QueryValue | undefined) =>
      typeof other === 'object' && other.symbol === value.symbol;
    return (
      <Checkbox
        key={label}
        label={label}
        checked={values.some(isSame)}
        onChange={(isOn) => onChange(isOn ? [value, ...values] : values.filter((other) => !isSame(other)))}
      />
    );
  });
}

interface BoundEditorProps extends OperandEditorProps {
  readonly id: string;
  readonly label: string;
  /** Which of the values it is. */
  readonly at: 0 | 1;
}

const hour = 3_600_000;

function BoundEditor({ id, label, at, column, values, onChange }: BoundEditorProps) {
  const zone = useZone();
  const value = values[at];
  const set = (next: QueryValue | undefined) => {
    const other = values[1 - at];
    onChange(at === 0 ? [next, other] : [other, next]);
  };
  if (column.kind === 'instant') {
    return (
      <TextInput
        id={id}
        label={label}
        type="datetime-local"
        help={zone}
        value={typeof value === 'number' ? toLocalInput(value, zone) : ''}
        onChange={(text) => set(fromLocalInput(text, zone))}
      />
    );
  }
  if (column.kind === 'date') {
    return (
      <TextInput
        id={id}
        label={label}
        type="date"
        value={typeof value === 'string' ? value : ''}
        onChange={(text) => set(text || undefined)}
      />
    );
  }
  const scale = column.kind === 'milliseconds' ? hour : 1;
  return (
    <TextInput
      id={id}
      label={column.kind === 'milliseconds' ? `${label} (hours)` : label}
      type="number"
      value={typeof value === 'number' ? String(value / scale) : ''}
      onChange={(text) => set(text === '' || Number.isNaN(Number(text)) ? undefined : Number(text) * scale)}
      end={column.unit}
    />
  );
}
