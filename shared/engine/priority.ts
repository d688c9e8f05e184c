import type { Config } from '../definition/config.ts';
import { isNewer, textOf, type RecordView } from '../definition/record.ts';
import type { TableRow } from '../definition/values.ts';

export const priorityChoices = [
  { value: '1', label: '1 Critical' },
  { value: '2', label: '2 High' },
  { value: '3', label: '3 Moderate' },
  { value: '4', label: '4 Low' },
  { value: '5', label: '5 Planning' },
] as const;

/**
 * Priority '1' (highest) to '5' from impact × urgency by the workspace's matrix; the default sums them (PRI-1).
 * Null while either is missing.
 */
export function priorityOf(record: RecordView, config: Config): string | null {
  const impact = textOf(record, 'impact');
  const urgency = textOf(record, 'urgency');
  if (!impact || !urgency) return null;
  const cell = matrixRows(config).find((row) => row['impact'] === impact && row['urgency'] === urgency);
  const set = cell?.['priority'];
  return typeof set === 'string' ? set : String(Number(impact) + Number(urgency) - 1);
}

function matrixRows(config: Config): readonly TableRow[] {
  const active = config.all('priority-matrix').filter((matrix) => matrix.state === 'active');
  const newest = active.reduce<RecordView | undefined>((a, b) => (a && isNewer(a, b) ? a : b), undefined);
  const cells = newest?.fields['cells'];
  return Array.isArray(cells) ? (cells as readonly TableRow[]) : [];
}
