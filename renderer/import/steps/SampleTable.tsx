import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { Inspection } from '../protocol.ts';
import styles from '../import.module.css';

const shownRows = 8;

/** The first lines as they were read. */
export function SampleTable({ inspection }: { readonly inspection: Inspection }) {
  const { headings, samples } = inspection;
  return (
    <DataTable caption="First lines of the file">
      <thead>
        <tr>
          <th scope="col">Line</th>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {samples.slice(0, shownRows).map((row) => (
          <tr key={row.line}>
            <td>{row.line}</td>
            {headings.map((heading, index) => (
              <td key={heading} className={styles.cell}>
                {row.cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
