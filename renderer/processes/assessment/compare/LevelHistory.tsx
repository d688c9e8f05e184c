import { ChartFrame } from '#renderer/ui/charts/ChartFrame.tsx';
import { LevelLines, type LevelSeries } from '#renderer/ui/charts/LevelLines.tsx';
import { Marker } from '#renderer/ui/charts/Marker.tsx';
import { seriesColour } from '#renderer/ui/charts/series.ts';
import { linesOf, type ComparedResult, type LevelLine } from '#shared/assessment/compare.ts';
import { knowledgeOf } from '#shared/assessment/gap.ts';
import type { NamedProcess } from '../result/use-process-groups.ts';
import { levelWords } from '../result/words.ts';
import styles from './compare.module.css';

interface LevelHistoryProps {
  readonly results: readonly ComparedResult[];
  readonly processes: readonly NamedProcess[];
}

/** A small chart for each process: its level over time, a line for each unit. */
export function LevelHistory({ results, processes }: LevelHistoryProps) {
  const days = results.map(({ on }) => Date.parse(on));
  const hasModels = new Set(results.map(({ model }) => model)).size > 1;
  /** Results of another reference model are a line of their own. */
  const nameOf = ({ unit, model }: LevelLine) => (hasModels ? `${unit} (${model})` : unit);
  const names = [...new Set(processes.flatMap(({ code }) => linesOf(results, code).map(nameOf)))].toSorted();
  const seriesOf = (line: LevelLine): LevelSeries => ({
    key: nameOf(line),
    index: names.indexOf(nameOf(line)),
    points: line.points.map(({ on, result }) => ({
      key: on.id,
      at: Date.parse(on.on),
      level: result.capability.level,
      target: result.target,
      isOpen: knowledgeOf(result) === 'open',
      label: `${on.unit}, ${on.on}: ${levelWords(result)}${on.isProvisional ? ', provisional' : ''}`,
      href: on.address,
    })),
  });
  return (
    <ChartFrame
      title="How did the level of each process change?"
      about="level 0 to 5 by day of the assessment; a short line marks the target, a hollow sign a level that may be more"
      legend={names.map((name, index) => (
        <span key={name} className={styles.key} style={{ color: seriesColour(index) }}>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            <Marker index={index} x={0} y={0} />
          </svg>
          <span className={styles.keyName}>{name}</span>
        </span>
      ))}
    >
      <ul className={styles.multiples}>
        {processes.map(({ code, name }) => (
          <li key={code}>
            <p className={styles.small}>
              <strong>{code}</strong> {name}
            </p>
            <LevelLines
              label={`Level of ${code} over time`}
              series={linesOf(results, code).map(seriesOf)}
              from={Math.min(...days)}
              until={Math.max(...days)}
              most={5}
            />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
