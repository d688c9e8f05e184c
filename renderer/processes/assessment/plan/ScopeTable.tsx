import { DataTable } from '#renderer/ui/DataTable.tsx';
import { levelNames } from '#shared/assessment/attributes.ts';
import type { ScopeChoice } from '#shared/assessment/scope.ts';
import { useProcessModels } from '../process-models.tsx';

/** The scope to be read, on the screen and on paper. */
export function ScopeTable({ choices }: { readonly choices: readonly ScopeChoice[] }) {
  const processes = useProcessModels().flatMap((model) => model.processes);
  return (
    <DataTable caption="Processes in scope">
      <thead>
        <tr>
          <th scope="col">Process</th>
          <th scope="col">Target level</th>
          <th scope="col">Instances</th>
        </tr>
      </thead>
      <tbody>
        {choices.map(({ process, target, instances }) => (
          <tr key={process}>
            <th scope="row">
              {process} {processes.find(({ code }) => code === process)?.name}
            </th>
            <td>
              {target} {levelNames[target]}
            </td>
            <td>{instances.length > 0 ? instances.join(', ') : 'As one'}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
