import { ruleOf } from '../../assessment/method.ts';
import { confidenceOf } from '../../assessment/report/confidence.ts';
import { plainText } from '../../assessment/report/plain-text.ts';
import type { AssessmentReport, ReportCover, ReportMethod } from '../../assessment/report/report.ts';
import { cellKey, cellsOf, profileOf, type ItemSource } from '../../assessment/workbook.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import { assessedOf, cellOf, planOf } from './plan.ts';
import { agreedValues } from './profile.ts';
import {
  byNumber,
  evidenceOf,
  findingOf,
  people,
  personOf,
  ratingOf,
  recommendationOf,
  type Agreement,
  type Naming,
} from './report-parts.ts';

/** Everything that a report is made of. */
export interface ReportRecords extends Naming {
  /** Name of the unit that was assessed. */
  readonly unit: string;
  readonly model: { readonly name: string; readonly code: string };
  /** The highest of all records that the report holds or names. */
  readonly marking: string;
  readonly source: ItemSource;
  readonly assessment: RecordView;
  readonly agreed: readonly RecordView[];
  /** Who entered an agreed rating, and when, by its record id. */
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** Ratings of single assessors; those that are not opened are passed over. */
  readonly ratings: readonly RecordView[];
  readonly findings: readonly RecordView[];
  readonly recommendations: readonly RecordView[];
  readonly evidence: readonly RecordView[];
  readonly previous?:
    | {
        readonly assessment: RecordView;
        readonly agreed: readonly RecordView[];
        /** Of the model and edition that it was made by. */
        readonly source: ItemSource;
      }
    | undefined;
}

/** The report that these records come to: the same on every device, in whatever order they are read. */
export function reportOf(records: ReportRecords): AssessmentReport {
  const { assessment, agreed, source, previous, evidence } = records;
  const plan = planOf(assessment);
  const numbers = new Map([...evidence, ...records.findings].map(({ id, number }) => [id, number]));
  const places = new Map(cellsOf(plan, source).map((cell, place) => [cellKey(cell), place]));
  const placeOf = (rating: RecordView) => {
    const cell = cellOf(rating);
    return (cell && places.get(cellKey(cell))) ?? places.size;
  };
  return {
    format: 1,
    cover: coverOf(records),
    scope: plan.scope.map((line) => ({
      ...line,
      instance: plainText(line.instance),
      name: records.processName(line.process),
    })),
    method: reportMethod(records),
    team: {
      sponsor: personOf(assessment, 'sponsor', records),
      lead: personOf(assessment, 'leadAssessor', records),
      coordinator: personOf(assessment, 'coordinator', records),
      assessors: people(assessment, 'assessors', records),
      participants: people(assessment, 'participants', records),
    },
    summary: plainText(textOf(assessment, 'summary')),
    confidence: { text: plainText(textOf(assessment, 'confidence')), facts: confidenceFacts(records) },
    profile: profileOf(plan, source, agreedValues(agreed)),
    previous: previous
      ? {
          id: previous.assessment.id,
          number: previous.assessment.number,
          title: plainText(textOf(previous.assessment, 'name')),
          profile: profileOf(planOf(previous.assessment), previous.source, agreedValues(previous.agreed)),
        }
      : null,
    ratings: agreed
      .toSorted((a, b) => placeOf(a) - placeOf(b) || byNumber(a, b))
      .flatMap((rating) => ratingOf(rating, numbers, records.agreements.get(rating.id), records)),
    findings: records.findings
      .filter(({ state }) => state !== 'dropped')
      .toSorted(byNumber)
      .map((finding) => findingOf(finding, numbers)),
    recommendations: records.recommendations.toSorted(byNumber).map((one) => recommendationOf(one, numbers)),
    evidence: evidence.toSorted(byNumber).map(evidenceOf),
  };
}

function coverOf({ assessment, unit, marking }: ReportRecords): ReportCover {
  const closed = assessment.life.findLast(({ to }) => to === 'reported');
  const text = (field: string) => plainText(textOf(assessment, field));
  return {
    id: assessment.id,
    number: assessment.number,
    title: text('name'),
    unit: plainText(unit),
    marking,
    purpose: text('purpose'),
    constraints: text('constraints'),
    stakeholders: text('stakeholders'),
    from: text('from'),
    until: text('until'),
    reportedAt: assessment.state === 'reported' ? (closed?.at ?? null) : null,
  };
}

function reportMethod({ assessment, model }: ReportRecords): ReportMethod {
  const { method } = planOf(assessment);
  const text = (field: string) => plainText(textOf(assessment, field));
  return {
    model: plainText(model.name),
    modelCode: plainText(model.code),
    class: text('class'),
    method: method.name,
    scale: text('scale'),
    rule: ruleOf(method),
    mapping: text('mapping'),
    plan: text('plan'),
    collection: text('collection'),
  };
}

function confidenceFacts({ assessment, agreed, ratings, evidence, source }: ReportRecords) {
  const plan = planOf(assessment);
  const valid = new Set(evidence.filter(({ state }) => state === 'valid').map(({ id }) => id));
  const rated = (records: readonly RecordView[]) =>
    records.flatMap((record) => {
      const cell = cellOf(record);
      const hasEvidence = listOf(record, 'evidence').some((id) => valid.has(id));
      return cell ? [{ cell, value: assessedOf(record), hasEvidence }] : [];
    });
  return confidenceOf({
    cells: cellsOf(plan, source),
    class: textOf(assessment, 'class'),
    scope: plan.scope,
    agreed: rated(agreed),
    opened: rated(ratings.filter(({ state }) => state === 'opened')),
  });
}
