import { useMemo } from 'react';
import { useConfig, useRecord, useRecords } from '#renderer/data/data.ts';
import { changeOf, type Change } from '#shared/assessment/change.ts';
import { progressOf, type Progress } from '#shared/assessment/progress.ts';
import { profileOf, type ItemSource, type ProcessResult } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { modelCodeOf } from '#shared/processes/improvement/model-choice.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import { agreedValues } from '#shared/processes/improvement/profile.ts';
import { useItemSource } from './use-item-source.ts';

/** Agreed ratings of an assessment that are read at once: 27 processes, 40 outcomes, 10 instances. */
export const mostRatings = 12_000;
const mostParts = 2000;

export interface AssessmentResult {
  readonly profile: readonly ProcessResult[];
  readonly progress: Progress;
  /** Profile of the assessment that this one is compared with, by process. */
  readonly before: ReadonlyMap<string, ProcessResult>;
  /** How each process changed since then. */
  readonly changes: ReadonlyMap<string, Change>;
  readonly agreed: readonly RecordView[];
  readonly findings: readonly RecordView[];
  readonly recommendations: readonly RecordView[];
  readonly evidence: readonly RecordView[];
}

/** What an assessment came to, live; undefined until it is read. */
export function useResult(assessment: RecordView, source: ItemSource): AssessmentResult | undefined {
  const previous = useRecord(textOf(assessment, 'previous') || undefined).record;
  // An earlier assessment keeps the model and edition that it was made by.
  const earlierSource = useItemSource(previous);
  const config = useConfig();
  const agreed = useRecords([partsOf('agreed-rating', assessment.id)], mostRatings);
  const earlier = useRecords(previous ? [partsOf('agreed-rating', previous.id)] : [], mostRatings);
  const parts = useRecords(
    ['finding', 'recommendation', 'evidence'].map((type) => partsOf(type, assessment.id)),
    mostParts,
  );
  return useMemo(() => {
    if (!agreed || !earlier || !parts) return undefined;
    const of = (type: string) => parts.filter((part) => part.type === type);
    const values = agreedValues(agreed);
    const profile = profileOf(planOf(assessment), source, values);
    const before = previous ? profileOf(planOf(previous), earlierSource, agreedValues(earlier)) : [];
    return {
      profile,
      progress: progressOf(planOf(assessment), source, values),
      before: new Map(before.map((result) => [result.process, result])),
      changes: previous
        ? changesOf(modelCodeOf(assessment, config), profile, modelCodeOf(previous, config), before)
        : new Map(),
      agreed,
      findings: of('finding').filter(({ state }) => state !== 'dropped'),
      recommendations: of('recommendation').filter(({ state }) => state !== 'declined'),
      evidence: of('evidence'),
    };
  }, [assessment, previous, agreed, earlier, parts, source, earlierSource, config]);
}

/** The records of a type that belong to an assessment. */
export function partsOf(type: string, assessment: string) {
  return { type, where: [{ column: 'assessment', in: [assessment] }] };
}

function changesOf(
  model: string,
  profile: readonly ProcessResult[],
  earlierModel: string,
  before: readonly ProcessResult[],
): ReadonlyMap<string, Change> {
  const [now, then] = [
    { model, profile },
    { model: earlierModel, profile: before },
  ];
  return new Map(profile.map(({ process }) => [process, changeOf(process, then, now)]));
}
