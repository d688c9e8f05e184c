import { useTitles } from '#renderer/record/use-titles.ts';
import { formatValue } from '#renderer/record/fields/format-value.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { isEmpty } from '#shared/definition/values.ts';
import type { Preview } from '#shared/import/tally.ts';
import styles from '../import.module.css';

const mostColumns = 8;

interface PreviewTableProps {
  readonly previews: readonly Preview[];
  readonly type: RecordType;
}

/** The first records with the fields that they would have. */
export function PreviewTable({ previews, type }: PreviewTableProps) {
  const zone = useZone();
  const names = Object.keys(type.fields)
    .filter((name) => previews.some(({ record }) => !isEmpty(record.fields[name])))
    .slice(0, mostColumns);
  const labels = useTitles(
    previews.flatMap(({ record }) => names.flatMap((name) => referencesIn(type, record, name))),
  );
  const words = { zone, label: (id: string) => labels.get(id) ?? '(new)' };
  return (
    <DataTable caption="First records as they would look">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">State</th>
          <th scope="col">Opened</th>
          {names.map((name) => (
            <th key={name} scope="col">
              {type.fields[name]?.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {previews.map(({ line, record }) => {
          const state = type.lifecycle.states[record.state];
          return (
            <tr key={line}>
              <td>{line}</td>
              <td>{state && <StateChip stateClass={state.class} label={state.label} />}</td>
              <td>{record.createdAt > 0 ? formatAbsolute(record.createdAt, zone) : 'now'}</td>
              {names.map((name) => {
                const field = type.fields[name];
                return (
                  <td key={name} className={styles.cell}>
                    {field && formatValue(field, record.fields[name], words)}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function referencesIn(type: RecordType, record: RecordView, name: string): readonly string[] {
  const kind = type.fields[name]?.kind;
  if (kind === 'references') return listOf(record, name);
  const id = kind === 'reference' ? textOf(record, name) : '';
  return id === '' ? [] : [id];
}
