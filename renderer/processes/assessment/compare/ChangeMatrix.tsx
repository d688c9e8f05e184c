import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ChartFrame } from '#renderer/ui/charts/ChartFrame.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { compareResults, type ComparedCell, type ComparedResult } from '#shared/assessment/compare.ts';
import { ChangeMark } from '../result/ChangeMark.tsx';
import { GroupedRows } from '../result/GroupedRows.tsx';
import { levelSign, levelWords } from '../result/words.ts';
import styles from './compare.module.css';

interface ChangeMatrixProps {
  readonly results: readonly ComparedResult[];
  readonly base?: string | undefined;
}

/** Level of each process in each assessment, and how it changed. */
export function ChangeMatrix({ results, base }: ChangeMatrixProps) {
  const compared = compareResults(results, base);
  const fixed = compared.results.find(({ id }) => id === base);
  return (
    <ChartFrame
      title="What changed, process by process?"
      about={
        fixed
          ? `compared with ${fixed.title}, ${fixed.unit}, ${fixed.on}`
          : 'compared with the one before of the same unit that has the process in scope'
      }
    >
      <DataTable caption="Level and change by process and assessment" className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">Process</th>
            {compared.results.map((result) => (
              <th key={result.id} scope="col" className={styles.head}>
                <ResultHead result={result} />
              </th>
            ))}
          </tr>
        </thead>
        <GroupedRows
          items={compared.rows}
          columns={compared.results.length + 1}
          row={({ process, cells }, name) => (
            <>
              <th scope="row" data-nowrap>
                {process} <span className={styles.muted}>{name}</span>
              </th>
              {cells.map((cell) => (
                <td key={cell.on.id}>
                  <CellFigure cell={cell} />
                </td>
              ))}
            </>
          )}
        />
      </DataTable>
    </ChartFrame>
  );
}

function ResultHead({
  result: { title, unit, on, address, isProvisional },
}: {
  readonly result: ComparedResult;
}) {
  return (
    <>
      {address === undefined ? title : <AppLink href={address}>{title}</AppLink>}
      <span className={styles.muted}>
        {unit}, {on}
        {isProvisional && ', provisional'}
      </span>
    </>
  );
}

function CellFigure({ cell: { on, result, against, change } }: { readonly cell: ComparedCell }) {
  if (!result) return <span className={styles.muted}>not in scope</span>;
  const figure = levelSign(result);
  return (
    <span className={styles.cell} title={result.capability.reason}>
      {on.address === undefined ? (
        figure
      ) : (
        <AppLink href={on.address} aria-label={`${result.process}, ${on.title}: ${levelWords(result)}`}>
          {figure}
        </AppLink>
      )}
      {change && against && (
        <span title={`Since ${against.on}, ${against.title}`}>
          <ChangeMark change={change} />
        </span>
      )}
    </span>
  );
}
