import { useTitles } from '#renderer/record/use-titles.ts';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { columnMap, type Column } from '../columns/columns.ts';
import { describeCondition } from './describe.ts';
import type { Condition } from '#shared/definition/query.ts';

/** Conditions in words, with the titles of the records that they name. */
export function useConditionTexts(
  columns: readonly Column[],
  conditions: readonly Condition[],
): readonly string[] {
  const zone = useZone();
  const byName = columnMap(columns);
  const labels = useTitles(conditions.flatMap((condition) => referenced(byName, condition)));
  const wording = {
    instant: (at: number) => formatAbsolute(at, zone),
    label: (id: string) => labels.get(id) ?? '…',
  };
  return conditions.map((condition) => describeCondition(byName, condition, wording));
}

function referenced(columns: ReadonlyMap<string, Column>, condition: Condition): readonly string[] {
  if ('any' in condition) return condition.any.flatMap((one) => referenced(columns, one));
  if ((columns.get(condition.column)?.to.length ?? 0) === 0) return [];
  const values = 'in' in condition ? condition.in : 'notIn' in condition ? condition.notIn : [];
  return values.filter((value): value is string => typeof value === 'string');
}
