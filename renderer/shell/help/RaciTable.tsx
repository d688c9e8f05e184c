import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { ProcessDefinition } from '#shared/definition/process.ts';

/** Who answers for each activity: one accountable, and those who do it, are asked, are told. */
export function RaciTable({ process }: { readonly process: ProcessDefinition }) {
  return (
    <DataTable caption={`Activities of ${process.name} and who answers for them`}>
      <thead>
        <tr>
          <th scope="col">Activity</th>
          <th scope="col">Accountable</th>
          <th scope="col">Responsible</th>
          <th scope="col">Consulted</th>
          <th scope="col">Informed</th>
        </tr>
      </thead>
      <tbody>
        {process.activities.map(({ code, name, raci }) => (
          <tr key={code}>
            <th scope="row">
              {code} {name}
            </th>
            <td>{raci.accountable}</td>
            <td>{raci.responsible.join(', ')}</td>
            <td>{raci.consulted.join(', ')}</td>
            <td>{raci.informed.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
