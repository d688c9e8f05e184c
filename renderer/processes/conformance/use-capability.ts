import { useMemo } from 'react';
import { useRecords, useRecordsById } from '#renderer/data/data.ts';
import { cellKey, profileOf, type ProcessResult } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { assessedOf, cellOf, planOf } from '#shared/processes/improvement/plan.ts';
import { useItemSource } from '../assessment/use-item-source.ts';

/** Agreed ratings read at once: some assessments of 27 processes. */
const mostRatings = 60_000;

export interface Measured {
  readonly assessment: RecordView;
  readonly profile: readonly ProcessResult[];
}

/** What assessments came to, by their ids, live; undefined until read. */
export function useProfiles(ids: readonly string[]): ReadonlyMap<string, Measured> | undefined {
  const wanted = [...new Set(ids)].filter((id) => id !== '').toSorted();
  const source = useItemSource();
  const assessments = useRecordsById(wanted);
  const agreed = useRecords(
    wanted.length === 0 ? [] : [{ type: 'agreed-rating', where: [{ column: 'assessment', in: wanted }] }],
    mostRatings,
  );
  return useMemo(() => {
    if (!assessments || !agreed) return undefined;
    return new Map(
      assessments.map((assessment) => {
        const values = new Map(
          agreed
            .filter((rating) => textOf(rating, 'assessment') === assessment.id)
            .flatMap((rating) => {
              const cell = cellOf(rating);
              return cell ? [[cellKey(cell), assessedOf(rating)] as const] : [];
            }),
        );
        const profile = profileOf(planOf(assessment), source, (cell) => values.get(cellKey(cell)));
        return [assessment.id, { assessment, profile }];
      }),
    );
  }, [assessments, agreed, source]);
}
