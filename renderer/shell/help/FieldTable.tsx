import { DataTable } from '#renderer/ui/DataTable.tsx';
import { fieldKindLabel } from './field-kind-label.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

/** Every field: what it is, whether it is required, what it is for. */
export function FieldTable({ type }: { readonly type: RecordType }) {
  const computed = [
    ...Object.values(type.derived).map(({ label, help }) => ({ label, help })),
    ...type.clocks.map(({ label }) => ({
      label: `${label} clock`,
      help: 'From the agreement that applies, in its service hours.',
    })),
  ];
  return (
    <DataTable caption={`Fields of a ${type.label.toLowerCase()}`}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Holds</th>
          <th scope="col">Required</th>
          <th scope="col">What it is for</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(type.fields).map(([name, field]) => (
          <tr key={name}>
            <th scope="row">{field.label}</th>
            <td>{fieldKindLabel(field)}</td>
            <td>
              {field.required === true ? 'always' : typeof field.required === 'function' ? 'at times' : ''}
            </td>
            <td>{field.help}</td>
          </tr>
        ))}
        {computed.map(({ label, help }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>worked out</td>
            <td />
            <td>{help}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
