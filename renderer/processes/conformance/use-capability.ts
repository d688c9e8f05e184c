import { useMemo } from 'react';
import { useRecords, useRecordsById } from '#renderer/data/data.ts';
import { profileOf, type ProcessResult } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import { agreedValues } from '#shared/processes/improvement/profile.ts';
import { useItemSources } from '../assessment/use-item-source.ts';

/** Agreed ratings read at once: some assessments of 27 processes. */
const mostRatings = 60_000;

const none: readonly RecordView[] = [];

export interface Measured {
  readonly assessment: RecordView;
  readonly profile: readonly ProcessResult[];
}

/** What assessments came to, by their ids, live; undefined until read. */
export function useProfiles(ids: readonly string[]): ReadonlyMap<string, Measured> | undefined {
  const wanted = [...new Set(ids)].filter((id) => id !== '').toSorted();
  const assessments = useRecordsById(wanted);
  const { sourceOf } = useItemSources(assessments ?? none);
  const agreed = useRecords(
    wanted.length === 0 ? [] : [{ type: 'agreed-rating', where: [{ column: 'assessment', in: wanted }] }],
    mostRatings,
  );
  return useMemo(() => {
    if (!assessments || !agreed) return undefined;
    return new Map(
      assessments.map((assessment) => {
        const own = agreed.filter((rating) => textOf(rating, 'assessment') === assessment.id);
        const profile = profileOf(planOf(assessment), sourceOf(assessment), agreedValues(own));
        return [assessment.id, { assessment, profile }];
      }),
    );
  }, [assessments, agreed, sourceOf]);
}
