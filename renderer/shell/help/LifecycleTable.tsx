import { DataTable } from '#renderer/ui/DataTable.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';

function fieldLabels(type: RecordType, names: readonly string[] = []): string {
  return names.map((name) => type.fields[name]?.label ?? name).join(', ');
}

/** Every action: from where, to where, who may, what it needs. */
export function LifecycleTable({ type }: { readonly type: RecordType }) {
  const { states, transitions } = type.lifecycle;
  const label = (state: string) => states[state]?.label ?? state;
  return (
    <DataTable caption={`Actions of a ${type.label.toLowerCase()}`}>
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Who may</th>
          <th scope="col">Needs</th>
          <th scope="col">Activity</th>
        </tr>
      </thead>
      <tbody>
        {transitions.map((transition) => {
          const target = states[transition.to];
          return (
            <tr key={`${transition.action} ${transition.from.join(' ')}`}>
              <th scope="row">{transition.label}</th>
              <td>{transition.from.map(label).join(', ')}</td>
              <td>
                {target ? <StateChip stateClass={target.class} label={target.label} /> : 'stays as it is'}
              </td>
              <td>{transition.permit.label}</td>
              <td>{fieldLabels(type, transition.needs)}</td>
              <td>{transition.activity}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
