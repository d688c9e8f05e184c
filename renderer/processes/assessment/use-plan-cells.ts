import { useMemo } from 'react';
import { cellsOf, processesOf, type Cell, type ItemSource } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';

/** What is to be rated of each process in scope, in the order of the plan. Computed once, until plan or model change. */
export function usePlanCells(
  assessment: RecordView,
  source: ItemSource,
): ReadonlyMap<string, readonly Cell[]> {
  return useMemo(() => {
    const plan = planOf(assessment);
    const cells = groupBy(cellsOf(plan, source), ({ process }) => process);
    return new Map(processesOf(plan).map((process) => [process, cells.get(process) ?? []]));
  }, [assessment, source]);
}
