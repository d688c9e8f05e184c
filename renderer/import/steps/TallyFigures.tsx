import { useData } from '#renderer/data/data.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { ImportTally } from '#shared/import/tally.ts';
import styles from '../import.module.css';

/** The counts of a dry run or of an import. */
export function TallyFigures({ tally, type }: { readonly tally: ImportTally; readonly type: RecordType }) {
  const { catalogue } = useData();
  const { records, made } = tally;
  const plural = type.plural.toLowerCase();
  const named = Object.entries(made).map(
    ([name, count]) =>
      [`New ${(catalogue.type(name)?.plural ?? name).toLowerCase()}, named by lines`, count] as const,
  );
  const figures = [
    ['Lines', tally.rows],
    [`New ${plural}`, records.new],
    [`Changed ${plural}`, records.changed],
    ['Lines already here', tally.knownRows],
    [`Left as they are`, records.skipped],
    ...named,
    ['Entries in the log', tally.entries],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([label, count]) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString('en-GB')}</dd>
        </div>
      ))}
    </dl>
  );
}
