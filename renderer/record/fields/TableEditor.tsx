import AddIcon from '@mui/icons-material/Add';
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { describedBy } from '#renderer/ui/FieldFrame.tsx';
import type { EditorProps } from './editor-props.ts';
import { PlainEditor } from './PlainEditor.tsx';
import type { TableField } from '#shared/definition/field.ts';
import type { FieldValue, TableRow } from '#shared/definition/values.ts';
import styles from './fields.module.css';

/** Rows that can be added, filled, moved and taken out. */
export function TableEditor(props: EditorProps & { readonly field: TableField }) {
  const { id, label, required, help, error, value, onChange, disabled, field } = props;
  const rows = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  const columns = Object.entries(field.columns);

  const set = (at: number, column: string, cell: FieldValue) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [column]: plainCell(cell) } : row)));
  const add = () => onChange([...rows, Object.fromEntries(columns.map(([name]) => [name, null]))]);
  const remove = (at: number) => onChange(rows.filter((_, index) => index !== at));
  const move = (at: number, by: number) => {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    if (row) next.splice(at + by, 0, row);
    onChange(next);
  };

  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={styles.tableGroup}
      disabled={disabled}
      aria-describedby={describedBy(id, { help, error })}
    >
      <legend className={styles.legend}>
        {label}
        {required && (
          <span className={styles.required} aria-hidden="true">
            *
          </span>
        )}
      </legend>
      {rows.length > 0 && (
        <div className={styles.tableScroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(([name, column]) => (
                  <th key={name} scope="col">
                    {column.label}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // Rows have no identity beyond their place.
                <tr key={at}>
                  {columns.map(([name, column]) => (
                    <td key={name}>
                      <PlainEditor
                        id={`${id}-${String(at)}-${name}`}
                        field={column}
                        label={`${column.label}, row ${at + 1}`}
                        hideLabel
                        required={column.required === true}
                        value={row[name]}
                        onChange={(cell) => set(at, name, cell)}
                      />
                    </td>
                  ))}
                  <td className={styles.rowTools}>
                    <IconButton
                      label={`Move row ${at + 1} up`}
                      disabled={at === 0}
                      onClick={() => move(at, -1)}
                    >
                      <ArrowUpwardIcon />
                    </IconButton>
                    <IconButton
                      label={`Move row ${at + 1} down`}
                      disabled={at === rows.length - 1}
                      onClick={() => move(at, 1)}
                    >
                      <ArrowDownwardIcon />
                    </IconButton>
                    <IconButton label={`Take out row ${at + 1}`} onClick={() => remove(at)}>
                      <DeleteIcon />
                    </IconButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button size="small" variant="quiet" icon={<AddIcon />} onClick={add}>
        Add row
      </Button>
      {error && (
        <div id={`${id}-error`} className={styles.error}>
          {error}
        </div>
      )}
      {help && (
        <div id={`${id}-help`} className={styles.help}>
          {help}
        </div>
      )}
    </fieldset>
  );
}

/** Columns of a table are never lists. */
function plainCell(value: FieldValue): TableRow[string] {
  return typeof value === 'object' ? null : value;
}
