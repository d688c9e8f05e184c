import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { FieldFrame } from '#renderer/ui/FieldFrame.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Column } from '../columns/columns.ts';
import { OperandEditor } from './OperandEditor.tsx';
import { operatorsFor, readCondition, type Given } from './operators.ts';
import type { Condition } from '#shared/definition/query.ts';
import styles from './filter.module.css';

interface FilterDialogProps {
  readonly columns: readonly Column[];
  /** The condition to change; absent for a new one. */
  readonly condition: Condition | undefined;
  readonly onConfirm: (condition: Condition) => void;
  readonly onClose: () => void;
}

/** Builds one condition: which column, how to ask, and what for. */
export function FilterDialog({ columns, condition, onConfirm, onClose }: FilterDialogProps) {
  const id = useId();
  const known =
    condition && 'column' in condition ? columns.find(({ name }) => name === condition.column) : undefined;
  const read = known && condition ? readCondition(known, condition) : undefined;
  const [column, setColumn] = useState<Column | undefined>(known);
  const [operatorId, setOperatorId] = useState(read?.operator.id ?? '');
  const [values, setValues] = useState<Given>(read?.values ?? []);

  const operators = column ? operatorsFor(column) : [];
  const operator = operators.find((one) => one.id === operatorId) ?? operators[0];
  const built = column && operator ? operator.build(column.name, values) : undefined;
  const sorted = columns.toSorted((a, b) => a.label.localeCompare(b.label));

  return (
    <Dialog
      open
      title={condition ? 'Change filter' : 'Add filter'}
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button variant="primary" type="submit" form={id} disabled={!built}>
            {condition ? 'Change filter' : 'Add filter'}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (built) onConfirm(built);
        }}
      >
        <FieldFrame id={`${id}-column`} label="Column">
          <Autocomplete
            id={`${id}-column`}
            options={sorted}
            value={column ?? null}
            getOptionLabel={(option) => option.label}
            getOptionKey={(option) => option.name}
            isOptionEqualToValue={(option, other) => option.name === other.name}
            autoHighlight
            openOnFocus={!column}
            onChange={(_event, next) => {
              setColumn(next ?? undefined);
              setOperatorId('');
              setValues([]);
            }}
            renderInput={(params) => (
              <OutlinedInput
                {...params.slotProps.input}
                fullWidth
                autoFocus={!column}
                placeholder="Type to search"
                slotProps={{ input: params.slotProps.htmlInput }}
              />
            )}
          />
        </FieldFrame>
        {operator && (
          <Select
            label="Condition"
            value={operator.id}
            options={operators.map((one) => ({ value: one.id, label: one.label }))}
            onChange={(next) => {
              const before = operator.operand;
              setOperatorId(next);
              if (operators.find((one) => one.id === next)?.operand !== before) setValues([]);
            }}
          />
        )}
        {column && operator && (
          <OperandEditor column={column} operand={operator.operand} values={values} onChange={setValues} />
        )}
      </form>
    </Dialog>
  );
}
