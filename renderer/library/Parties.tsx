import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { Responsibility } from '#shared/library/model.ts';
import { useShownModel } from './shown-model.ts';

/** Organisations that answer for a process or function as a whole. */
export function Parties({ parties }: { readonly parties: Responsibility }) {
  const { id } = useShownModel();
  const caption =
    id === undefined ? 'Organisations that answer, by the AESMF chart' : 'Organisations that answer';
  return (
    <DataTable caption={caption} showCaption>
      <thead>
        <tr>
          <th scope="col">Accountable</th>
          <th scope="col">Responsible</th>
          <th scope="col">Consulted</th>
          <th scope="col">Informed</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{parties.accountable.join(', ')}</td>
          <td>{parties.responsible.join(', ')}</td>
          <td>{parties.consulted.join(', ')}</td>
          <td>{parties.informed.join(', ')}</td>
        </tr>
      </tbody>
    </DataTable>
  );
}
