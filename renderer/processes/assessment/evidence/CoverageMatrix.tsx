import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { processAttributes } from '#shared/assessment/attributes.ts';
import type { Coverage } from '#shared/assessment/coverage.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { assessmentPaths } from '../places.ts';
import { Legend } from './Legend.tsx';
import { cellWords, standings } from './standing.ts';
import styles from './evidence.module.css';

interface CoverageMatrixProps {
  readonly assessment: RecordView;
  readonly coverage: Coverage;
  /** Process and attribute of the chosen cell: "IM 1.1". */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** Each attribute of each process in scope, and what has been seen of it. */
export function CoverageMatrix({ assessment, coverage: { cells }, chosen, onChoose }: CoverageMatrixProps) {
  const processes = [...new Set(cells.map(({ process }) => process))];
  const attributes = processAttributes.filter(({ code }) =>
    cells.some(({ attribute }) => attribute === code),
  );
  return (
    <Section title="What must I still see?">
      {cells.length === 0 ? (
        <EmptyState
          compact
          title="No process is in scope"
          text="Choose the processes on the plan; each of their attributes gets a cell here."
          action={<LinkButton href={assessmentPaths.plan(assessment.id)}>Choose processes</LinkButton>}
        />
      ) : (
        <>
          <Legend cells={cells} />
          <DataTable caption="Coverage by evidence" className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">Process</th>
                {attributes.map(({ code, name }) => (
                  <th key={code} scope="col" title={name}>
                    PA {code}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {processes.map((process) => (
                <tr key={process}>
                  <th scope="row">{process}</th>
                  {attributes.map(({ code }) => {
                    const cell = cells.find((one) => one.process === process && one.attribute === code);
                    const key = `${process} ${code}`;
                    return (
                      <td key={code} className={styles.cell}>
                        {cell && (
                          <button
                            type="button"
                            className={classes(styles.cellButton, styles[cell.standing])}
                            aria-label={cellWords(cell)}
                            aria-pressed={key === chosen}
                            onClick={() => onChoose(key)}
                          >
                            <span aria-hidden="true">{standings[cell.standing].sign}</span>
                            <span aria-hidden="true">
                              {cell.seen}/{cell.items.length}
                            </span>
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className={styles.muted}>
            Each cell says how many outcomes objective evidence tells of. Choose one to see its records and to
            ask for more.
          </p>
        </>
      )}
    </Section>
  );
}
