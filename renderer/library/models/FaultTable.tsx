import Papa from 'papaparse';
import { neutralise } from '#renderer/record/export/neutralise.ts';
import { useSaveFile } from '#renderer/session/use-save-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { faultLine, type FaultLine } from '#shared/library/faults.ts';
import styles from './models.module.css';

/** More are in the saved list. */
const mostShown = 200;
const headings = ['Process or part', 'Field', 'Fault'];
const csv = { name: 'Comma-separated values', extensions: ['csv'] };

interface FaultTableProps {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Why a file was refused: places in it with process and field, or what is wrong with it as a whole. */
export function FaultTable({ file, problems }: FaultTableProps) {
  const save = useSaveFile();
  const places = problems.filter(({ code }) => code === 'OUT-LIB-001');
  if (places.length < problems.length || places.length === 0) return <ProblemAlert problems={problems} />;
  const lines = places.map(faultLine);
  const name = `${file.replace(/\.[^.]+$/, '')} faults.csv`;
  return (
    <div className={styles.faults}>
      <Notice
        tone="danger"
        role="alert"
        action={<Button onClick={() => void save(name, csvOf(lines), csv)}>Save the list</Button>}
      >
        {lines.length === 1 ? 'One fault' : `${lines.length.toLocaleString('en-GB')} faults`} in {file}.
        Nothing was taken in. Correct the file and choose it again.{' '}
        <span className={styles.muted}>OUT-LIB-001</span>
      </Notice>
      <DataTable caption={`Faults in ${file}`}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostShown).map(({ part, field, fault }) => (
            <tr key={`${part} ${field} ${fault}`}>
              <th scope="row">{part}</th>
              <td>{field}</td>
              <td className={styles.fault}>{fault}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {lines.length > mostShown && (
        <p className={styles.muted}>The first {mostShown} are shown; the saved list has them all.</p>
      )}
    </div>
  );
}

function csvOf(lines: readonly FaultLine[]): Uint8Array {
  const rows = lines.map(({ part, field, fault }) => [part, field, fault].map(neutralise));
  const text = Papa.unparse([headings, ...rows], { newline: '\r\n', escapeFormulae: false });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
