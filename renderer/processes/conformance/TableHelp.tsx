import { useData } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { kindHelp, kindLabels, tableLines, type TableCell } from '#shared/conformance/cells.ts';
import { usualMarking } from '#shared/engine/marking.ts';
import styles from './conformance.module.css';

/** What is asked in each phase, in our own words. */
export function PhaseTable() {
  return (
    <DataTable caption="What is asked in each phase" className={styles.register ?? ''}>
      <thead>
        <tr>
          <th scope="col">Service type</th>
          {[1, 2, 3].map((phase) => (
            <th key={phase} scope="col">
              Phase {phase}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tableLines.map((cells) =>
          cells[0] ? (
            <tr key={cells[0].kind}>
              <th scope="row">
                {kindLabels[cells[0].kind]}
                <div className={styles.small}>{kindHelp[cells[0].kind]}</div>
              </th>
              {cells.map((cell) => (
                <td key={cell.phase} className={styles.cell}>
                  <CellWords cell={cell} />
                </td>
              ))}
            </tr>
          ) : null,
        )}
      </tbody>
    </DataTable>
  );
}

function CellWords({ cell: { mayConform, steps } }: { readonly cell: TableCell }) {
  return (
    <>
      {mayConform
        ? 'Services and processes conform. Where they do not, the provider'
        : 'It is not asked whether they conform. In any case the provider'}
      <ul>
        {steps.map(({ part, words }) => (
          <li key={part}>{words}</li>
        ))}
      </ul>
    </>
  );
}

/** The table as a page of its own, to read and to print. */
export function PhaseTablePage() {
  const data = useData();
  const isReady = usePaper({ ids: [], markings: [usualMarking(data.config)], isComplete: true });
  return (
    <PrintFrame
      name="Conformance: what is asked in each phase"
      title="What is asked in each phase"
      subtitle="Conformance to the service management framework"
      asOf={data.now()}
      landscape
      isWide
      isReady={isReady}
    >
      <PhaseTable />
      <p>
        Conformance is assessed once a year, or more often where the DoD CIO says so for a program. The DoD
        CIO says what has to be reached before the next phase, and decides on exceptions that components ask
        for. For services of a single component in phase 3 the table does not say who approves.
      </p>
      <p className={styles.small}>
        Facts from DoDI 8440.01, enclosure 4, table 1 and 1.c to d; enclosure 2, 1.f. The words are Outpost’s.
      </p>
    </PrintFrame>
  );
}
