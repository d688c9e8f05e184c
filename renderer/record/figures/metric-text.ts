import { formatDuration } from '#renderer/ui/time/format-time.ts';
import type { Metric } from '#shared/definition/process.ts';

/** Percent to two places, cut and never rounded up: 99.996 % must not read as 100 % while something was missed. */
function percentText(value: number): string {
  const cut = Math.floor(value * 100) / 100;
  return `${cut.toLocaleString('en-GB', { maximumFractionDigits: 2 })} %`;
}

/** A metric's value as people read it. */
export function metricText(unit: Metric['unit'], value: number | null): string {
  if (value === null) return 'nothing to measure yet';
  switch (unit) {
    case 'percent':
      return percentText(value);
    case 'milliseconds':
      return formatDuration(value);
    case 'count':
      return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  }
}

/** A measure's name as people read it: `fromCatalogue` is “from catalogue”. */
export function measureName(name: string): string {
  if (name === 'all') return 'in all';
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
