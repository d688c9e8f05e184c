import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { Responsibility } from '#shared/library/model.ts';

/** Organisations that answer for a process or function as a whole. */
export function Parties({ parties }: { readonly parties: Responsibility }) {
  return (
    <DataTable caption="Organisations that answer, by the AESMF chart" showCaption>
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
