import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { paths } from '../navigation.ts';
import { formatValue } from './format-value.ts';
import { isEmpty, type FieldValue, type TableRow } from '#shared/definition/values.ts';
import type { ColumnField, Field, TableField } from '#shared/definition/field.ts';
import styles from './fields.module.css';

interface FieldDisplayProps {
  readonly field: Field;
  readonly value: FieldValue | undefined;
}

/** A field's value as it is read on a page: references are links, instants say their zone on hover. */
export function FieldDisplay({ field, value }: FieldDisplayProps) {
  if (value === undefined || isEmpty(value)) return <span className={styles.empty}>–</span>;
  switch (field.kind) {
    case 'longText':
      return <span className={styles.long}>{value as string}</span>;
    case 'instant':
      return <Time at={value as number} mode="absolute" />;
    case 'reference':
      return <RecordLinks ids={[value as string]} />;
    case 'references':
      return <RecordLinks ids={value as readonly string[]} />;
    case 'tags':
      return (
        <span className={styles.members}>
          {(value as readonly string[]).map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </span>
      );
    case 'table':
      return <TableDisplay field={field} rows={value as readonly TableRow[]} />;
    case 'text':
      return <TextDisplay text={value as string} format={field.format} />;
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
    case 'duration':
    case 'choice':
      return <span>{formatValue(field, value, { zone: 'UTC', label: String })}</span>;
  }
}

function TextDisplay({ text, format }: { readonly text: string; readonly format: string | undefined }) {
  if (format === 'email') return <a href={`mailto:${text}`}>{text}</a>;
  if (format === 'phone') return <a href={`tel:${text.replaceAll(/[^+\d]/g, '')}`}>{text}</a>;
  return <span>{text}</span>;
}

export function RecordLinks({ ids }: { readonly ids: readonly string[] }) {
  const labels = useTitles(ids);
  return (
    <span className={styles.members}>
      {ids.map((id) => (
        <AppLink key={id} href={paths.record(id)}>
          {labels.get(id) ?? '…'}
        </AppLink>
      ))}
    </span>
  );
}

function TableDisplay({ field, rows }: { readonly field: TableField; readonly rows: readonly TableRow[] }) {
  const zone = useZone();
  const columns = Object.entries(field.columns);
  const ids = rows.flatMap((row) => columns.flatMap(([name, column]) => referenceIn(column, row[name])));
  const labels = useTitles(ids);
  const words = { zone, label: (id: string) => labels.get(id) ?? id };
  return (
    <DataTable caption={field.label}>
      <thead>
        <tr>
          {columns.map(([name, column]) => (
            <th key={name} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // Rows have no identity beyond their place.
          <tr key={at}>
            {columns.map(([name, column]) => (
              <td key={name}>{formatValue(column, row[name], words)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function referenceIn(column: ColumnField, value: TableRow[string] | undefined): readonly string[] {
  return column.kind === 'reference' && typeof value === 'string' && value !== '' ? [value] : [];
}
