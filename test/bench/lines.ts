/** One line of the report: what was measured, against what, and how that stands to the goal. */
export interface Line {
  readonly what: string;
  /** The goal in words; absent for a figure that is only for orientation. */
  readonly goal?: string;
  /** What counts: a ratio or an amount. */
  readonly value: number;
  readonly unit: '×' | 'µs' | 'ms' | 'B' | 'KB' | 'MB' | 'rows/s' | 'entries/s';
  /** Undefined where there is no goal. */
  readonly isMet?: boolean;
  /** Absolute values behind it. */
  readonly detail: string;
}

/** A line with a goal of "at most" or "at least" so much. */
export function lineOf(
  line: Omit<Line, 'isMet' | 'goal'>,
  goal?: { readonly most?: number; readonly least?: number },
): Line {
  if (!goal) return line;
  const { most = Infinity, least = -Infinity } = goal;
  const words = most === Infinity ? `≥ ${least} ${line.unit}` : `≤ ${most} ${line.unit}`;
  return { ...line, goal: words, isMet: line.value >= least && line.value <= most };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
