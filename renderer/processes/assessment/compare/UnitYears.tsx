import { AppLink } from '#renderer/ui/AppLink.tsx';
import { ChartFrame } from '#renderer/ui/charts/ChartFrame.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { unitYears, type ComparedResult, type UnitYear } from '#shared/assessment/compare.ts';
import { assessmentPaths } from '../places.ts';
import styles from './compare.module.css';

/** How many processes are at their target, a row for each unit, a column for each year. */
export function UnitYears({ results }: { readonly results: readonly ComparedResult[] }) {
  const all = unitYears(results);
  const units = [...new Set(all.map(({ unit }) => unit))];
  const years = [...new Set(all.map(({ year }) => year))].toSorted();
  return (
    <ChartFrame
      title="How many processes reach their target?"
      about="by unit and year, each process as it was assessed last in the year"
    >
      <DataTable caption="Processes at their target by unit and year" className={styles.years}>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit}>
              <th scope="row">{unit}</th>
              {years.map((year) => {
                const found = all.find((one) => one.unit === unit && one.year === year);
                return <td key={year}>{found ? <YearFigure found={found} /> : '–'}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </ChartFrame>
  );
}

function YearFigure({ found: { from, assessed, atTarget, open } }: { readonly found: UnitYear }) {
  const words = `${String(atTarget)} of ${String(assessed)}`;
  const [only] = from;
  const href = from.length === 1 ? only?.address : assessmentPaths.compare({ of: from.map(({ id }) => id) });
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        <span
          className={styles.bar}
          style={{ width: `${String((atTarget / Math.max(1, assessed)) * 100)}%` }}
        />
      </span>
      {href === undefined ? words : <AppLink href={href}>{words}</AppLink>}
      {open > 0 && <span className={styles.muted}>{open} may still reach it</span>}
    </span>
  );
}
