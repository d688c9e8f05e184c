import { useMemo } from 'react';
import { useConfig, useRecord, useRecords } from '#renderer/data/data.ts';
import { cellKey, profileOf, type ItemSource, type ProcessResult } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { isOfOneModel } from '#shared/processes/improvement/model-choice.ts';
import { assessedOf, cellOf, planOf } from '#shared/processes/improvement/plan.ts';
import { useItemSource } from './use-item-source.ts';

/** Agreed ratings of an assessment that are read at once: 27 processes, 40 outcomes, 10 instances. */
const mostRatings = 12_000;
const mostParts = 2000;

export interface AssessmentResult {
  readonly profile: readonly ProcessResult[];
  /** Profile of the assessment that this one is compared with, by process. */
  readonly before: ReadonlyMap<string, ProcessResult>;
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
    const isComparable = previous && isOfOneModel(previous, assessment, config);
    const before = isComparable ? profileWith(previous, earlier, earlierSource) : [];
    return {
      profile: profileWith(assessment, agreed, source),
      before: new Map(before.map((result) => [result.process, result])),
      agreed,
      findings: of('finding').filter(({ state }) => state !== 'dropped'),
      recommendations: of('recommendation').filter(({ state }) => state !== 'declined'),
      evidence: of('evidence'),
    };
  }, [assessment, previous, agreed, earlier, parts, source, earlierSource, config]);
}

function partsOf(type: string, assessment: string) {
  return { type, where: [{ column: 'assessment', in: [assessment] }] };
}

function profileWith(
  assessment: RecordView,
  agreed: readonly RecordView[],
  source: ItemSource,
): readonly ProcessResult[] {
  const values = new Map(
    agreed.flatMap((rating) => {
      const cell = cellOf(rating);
      return cell ? [[cellKey(cell), assessedOf(rating)] as const] : [];
    }),
  );
  return profileOf(planOf(assessment), source, (cell) => values.get(cellKey(cell)));
}
