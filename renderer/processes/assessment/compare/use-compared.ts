import { useMemo } from 'react';
import { useConfig, useRecords } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useUnit } from '#renderer/session/unit.ts';
import type { Comparable, ComparedResult } from '#shared/assessment/compare.ts';
import { profileOf } from '#shared/assessment/workbook.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Condition } from '#shared/definition/query.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { ReferenceModel } from '#shared/library/model.ts';
import { modelCodeOf } from '#shared/processes/improvement/model-choice.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import { agreedValues, comparableOf } from '#shared/processes/improvement/profile.ts';
import { assessmentPaths } from '../places.ts';
import { useItemSources } from '../use-item-source.ts';
import { mostRatings, partsOf } from '../use-result.ts';

const mostAssessments = 500;

/** Assessments that were not cancelled, the newest first, live; undefined until they are read. */
export function useAssessments(where: readonly Condition[]): readonly RecordView[] | undefined {
  const found = useRecords([{ type: 'assessment', where }], mostAssessments);
  return useMemo(() => found?.filter(({ state }) => state !== 'cancelled'), [found]);
}

/** What assessments of this workspace came to, to stand beside others, live; undefined until all is read. */
export function useCompared(assessments: readonly RecordView[]): {
  readonly results: readonly ComparedResult[] | undefined;
  readonly models: readonly ReferenceModel[];
} {
  const { models, sourceOf } = useItemSources(assessments);
  const config = useConfig();
  const unitOf = useUnitNames(assessments);
  const agreed = useRecords(
    assessments.map(({ id }) => partsOf('agreed-rating', id)),
    mostRatings,
  );
  const results = useMemo(() => {
    if (!agreed) return undefined;
    const ratings = groupBy(agreed, (rating) => textOf(rating, 'assessment'));
    return assessments.map((assessment) => {
      const values = agreedValues(ratings.get(assessment.id) ?? []);
      const profile = profileOf(planOf(assessment), sourceOf(assessment), values);
      return { ...comparableWith(assessment, unitOf, config), profile };
    });
  }, [agreed, assessments, sourceOf, unitOf, config]);
  return { results, models };
}

/** What assessments of this workspace are about, live. */
export function useComparables(assessments: readonly RecordView[]): readonly Comparable[] {
  const unitOf = useUnitNames(assessments);
  const config = useConfig();
  return useMemo(
    () => assessments.map((assessment) => comparableWith(assessment, unitOf, config)),
    [assessments, unitOf, config],
  );
}

function comparableWith(
  assessment: RecordView,
  unitOf: (assessment: RecordView) => string,
  config: Config,
): Comparable {
  return {
    ...comparableOf(assessment, unitOf(assessment), modelCodeOf(assessment, config)),
    address: assessmentPaths.result(assessment.id),
  };
}

/** Names of the units that were assessed: this one where none is named. */
function useUnitNames(assessments: readonly RecordView[]): (assessment: RecordView) => string {
  const own = useUnit().shortName;
  const titles = useTitles(
    assessments.map((assessment) => textOf(assessment, 'unit')).filter((unit) => unit !== ''),
  );
  return useMemo(
    () => (assessment) => {
      const unit = textOf(assessment, 'unit');
      return unit === '' ? own : (titles.get(unit) ?? '…');
    },
    [own, titles],
  );
}
