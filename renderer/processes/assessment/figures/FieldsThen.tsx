import { useData, useRecordAsOf } from '#renderer/data/data.ts';
import { FieldDisplay } from '#renderer/record/fields/FieldDisplay.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';

interface FieldsThenProps {
  /** As it is now. */
  readonly record: RecordView;
  /** Epoch ms. */
  readonly at: number;
}

/** The fields of a record that had another value at an instant. */
export function FieldsThen({ record, at }: FieldsThenProps) {
  const { catalogue } = useData();
  const { record: then, isLoading } = useRecordAsOf(record.id, at);
  if (isLoading) return <p aria-busy="true">Reading the log …</p>;
  if (!then) return <p>There was no such record then.</p>;
  const changed = Object.entries(catalogue.type(record.type)?.fields ?? {}).flatMap(([name, field]) => {
    const [before, now] = [then.fields[name] ?? null, record.fields[name] ?? null];
    return field.isSecret || canonicalJson(before) === canonicalJson(now)
      ? []
      : [{ name, field, before, now }];
  });
  if (changed.length === 0) return <p>No field has another value now; notes, files or steps were added.</p>;
  return (
    <DataTable caption={`Fields of ${record.number} that changed since`}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Then</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ name, field, before, now }) => (
          <tr key={name}>
            <th scope="row">{field.label}</th>
            <td>
              <FieldDisplay field={field} value={before} />
            </td>
            <td>
              <FieldDisplay field={field} value={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
