import type { SlotProps } from '#renderer/record/slots.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { modelRows } from '#shared/processes/improvement/model-contents.ts';
import library from '../library.module.css';
import { libraryPaths } from '../places.ts';

/** The processes of a kept model, each leading to its guide; known also where the file is not here yet. */
export function ModelProcesses({ record }: SlotProps) {
  const rows = modelRows(record);
  if (rows.length === 0) return <EmptyState compact title="No processes" text="The model has no file yet." />;
  return (
    <div className={library.body}>
      <DataTable caption="Processes of the model">
        <thead>
          <tr>
            <th scope="col">Process</th>
            <th scope="col" data-number>
              Outcomes
            </th>
            <th scope="col" data-number>
              Activities
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, outcomes, activities }) => (
            <tr key={code}>
              <th scope="row">
                <AppLink href={libraryPaths.part('process', code, record.id)}>
                  {code} {name}
                </AppLink>
              </th>
              <td data-number>{outcomes}</td>
              <td data-number>{activities}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
