import { AppLink } from '../AppLink.tsx';
import { Marker } from './Marker.tsx';
import { seriesColour } from './series.ts';
import styles from './LevelLines.module.css';

export interface LevelPoint {
  readonly key: string;
  /** Where it stands in time, epoch ms. */
  readonly at: number;
  readonly level: number;
  readonly target: number;
  /** It may be more: drawn hollow. */
  readonly isOpen: boolean;
  /** All that the point says, in words. */
  readonly label: string;
  readonly href?: string | undefined;
}

export interface LevelSeries {
  readonly key: string;
  /** Place among all series of the page: gives colour, dashes and marker. */
  readonly index: number;
  readonly points: readonly LevelPoint[];
}

interface LevelLinesProps {
  readonly label: string;
  readonly series: readonly LevelSeries[];
  /** Period that all charts of the page share, epoch ms. */
  readonly from: number;
  readonly until: number;
  /** The highest level there is. */
  readonly most: number;
}

const [width, height, left, right, top, bottom] = [190, 96, 14, 4, 8, 16];
/** Room between the ends of the scale and the first and last point, and between series that meet. */
const [inset, apart] = [12, 9];

/** Levels over time, small: a line for each series, told by dashes and markers as well as colour. It joins the levels that are known. */
export function LevelLines({ label, series, from, until, most }: LevelLinesProps) {
  const [start, span] = [left + inset, width - left - right - 2 * inset];
  const xOf = (at: number, place: number) =>
    (until > from ? start + ((at - from) / (until - from)) * span : start + span / 2) +
    (place - (series.length - 1) / 2) * apart;
  const yOf = (level: number) => height - bottom - (level / most) * (height - top - bottom);
  const [first, last] = [from, until].map((at) => String(new Date(at).getUTCFullYear()));
  return (
    <svg
      className={styles.plot}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="group"
      aria-label={label}
    >
      {Array.from({ length: most + 1 }, (_none, level) => (
        <g key={level} aria-hidden="true">
          <path
            className={styles.grid}
            d={`M${String(left)},${String(yOf(level))} H${String(width - right)}`}
          />
          <text className={styles.tick} x={left - 5} y={yOf(level) + 3} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      <g aria-hidden="true">
        <text className={styles.tick} x={left} y={height - 3}>
          {first}
        </text>
        {last !== first && (
          <text className={styles.tick} x={width - right} y={height - 3} textAnchor="end">
            {last}
          </text>
        )}
      </g>
      {series.map(({ key, index, points }, line) => (
        <g key={key} style={{ color: seriesColour(index) }}>
          <path
            className={styles.line}
            strokeDasharray={dashes[index % dashes.length]}
            d={points
              .filter(({ isOpen }) => !isOpen)
              .map(
                ({ at, level }, place) =>
                  `${place === 0 ? 'M' : 'L'}${String(xOf(at, line))},${String(yOf(level))}`,
              )
              .join(' ')}
          />
          {points.map((point) => {
            const marker = (
              <>
                <title>{point.label}</title>
                <path
                  className={styles.target}
                  d={`M${String(xOf(point.at, line) - 5)},${String(yOf(point.target))} h10`}
                />
                <Marker index={index} x={xOf(point.at, line)} y={yOf(point.level)} isHollow={point.isOpen} />
              </>
            );
            return point.href === undefined ? (
              <g key={point.key} role="img" aria-label={point.label}>
                {marker}
              </g>
            ) : (
              <AppLink key={point.key} href={point.href} aria-label={point.label} className={styles.point}>
                {marker}
              </AppLink>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** Solid, dashed, dotted, dash and dot. */
const dashes = ['', '5 3', '2 2', '7 2 2 2'];
