import { DataTable } from '#renderer/ui/DataTable.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { levelNames, processAttributes } from '#shared/assessment/attributes.ts';
import { plainOf } from '#shared/assessment/scale.ts';
import type { Assessed } from '#shared/assessment/value.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import styles from './report.module.css';

interface ProfileTableProps {
  readonly profile: readonly ProcessResult[];
  readonly before: ReadonlyMap<string, ProcessResult>;
}

/** The capability profile: level, gap and every attribute of each process, as a heat map that can be read without its colours. */
export function ProfileTable({ profile, before }: ProfileTableProps) {
  const isCompared = before.size > 0;
  return (
    <DataTable caption="Capability profile">
      <thead>
        <tr>
          <th scope="col">Process</th>
          <th scope="col">Level</th>
          <th scope="col" data-number>
            Target
          </th>
          <th scope="col" data-number>
            Gap
          </th>
          {isCompared && <th scope="col">Before</th>}
          {processAttributes.map(({ code, name }) => (
            <th key={code} scope="col" title={name} className={styles.rating}>
              {code}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {profile.map((result) => (
          <tr key={result.process}>
            <th scope="row">{result.process}</th>
            <td>
              <LevelBar result={result} />
            </td>
            <td data-number>{result.target}</td>
            <td data-number>{result.gap === 0 ? '–' : result.gap}</td>
            {isCompared && <td>{changeWords(result, before.get(result.process))}</td>}
            {processAttributes.map(({ code }) => (
              <RatingCell
                key={code}
                value={result.attributes.find(({ attribute }) => attribute === code)?.value}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function LevelBar({ result: { capability, target } }: { readonly result: ProcessResult }) {
  const { level } = capability;
  return (
    <span className={styles.level}>
      <span className={styles.steps} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <span
            key={step}
            className={classes(
              styles.step,
              step <= level && styles.reached,
              step === target && styles.target,
            )}
          />
        ))}
      </span>
      <span>
        {level} {levelNames[level]}
      </span>
    </span>
  );
}

function RatingCell({ value }: { readonly value: Assessed | undefined }) {
  if (!value) return <td className={styles.rating} aria-label="Not in scope" />;
  if (value.kind !== 'rated') {
    const words = value.kind === 'notRated' ? 'not rated' : 'does not apply';
    return (
      <td className={styles.rating} aria-label={words}>
        {value.kind === 'notRated' ? '?' : 'n/a'}
      </td>
    );
  }
  const { rating, missing } = value;
  return (
    <td className={classes(styles.rating, styles[plainOf(rating)])}>
      {rating}
      {missing !== undefined && <sup title={`${missing} not rated`}>{missing}</sup>}
    </td>
  );
}

function changeWords(now: ProcessResult, before: ProcessResult | undefined): string {
  if (!before) return 'not assessed';
  const by = now.capability.level - before.capability.level;
  if (by === 0) return `${before.capability.level}, unchanged`;
  return `${before.capability.level}, ${by > 0 ? 'up' : 'down'} ${Math.abs(by)}`;
}
