import { plainText } from '../../assessment/report/plain-text.ts';
import type {
  FollowUp,
  ReportEvidence,
  ReportFinding,
  ReportPerson,
  ReportRating,
  ReportRecommendation,
} from '../../assessment/report/report.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import { assessedOf, cellOf } from './plan.ts';

/** How the report names what it only knows by id or code. */
export interface Naming {
  /** Title of a person's record. */
  readonly nameOf: (id: string) => string;
  readonly processName: (code: string) => string;
}

/** `by`: record id of whoever entered what was agreed; `at`: epoch ms. */
export interface Agreement {
  readonly by: string;
  readonly at: number;
}

type Numbers = ReadonlyMap<string, string>;

/** By number, then by id, so that every device has the same order. */
export function byNumber(a: RecordView, b: RecordView): number {
  return compare(a.number, b.number) || compare(a.id, b.id);
}

export function personOf(record: RecordView, field: string, { nameOf }: Naming): ReportPerson | null {
  const id = textOf(record, field);
  return id === '' ? null : { id, name: plainText(nameOf(id)) };
}

export function people(record: RecordView, field: string, { nameOf }: Naming): readonly ReportPerson[] {
  return listOf(record, field)
    .map((id) => ({ id, name: plainText(nameOf(id)) }))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

export function ratingOf(
  rating: RecordView,
  numbers: Numbers,
  agreement: Agreement | undefined,
  { nameOf }: Naming,
): readonly ReportRating[] {
  const cell = cellOf(rating);
  if (!cell) return [];
  return [
    {
      number: rating.number,
      ...cell,
      item: plainText(cell.item),
      instance: plainText(cell.instance),
      value: assessedOf(rating),
      by: agreement ? plainText(nameOf(agreement.by)) : '',
      at: agreement?.at ?? null,
      why: plainText(textOf(rating, 'reason')),
      evidence: numbered(listOf(rating, 'evidence'), numbers),
    },
  ];
}

export function findingOf(finding: RecordView, numbers: Numbers): ReportFinding {
  const text = (field: string) => plainText(textOf(finding, field));
  return {
    number: finding.number,
    kind: text('kind'),
    process: text('process'),
    attribute: text('attribute'),
    title: text('name'),
    text: text('text'),
    evidence: numbered(listOf(finding, 'evidence'), numbers),
  };
}

export function recommendationOf(recommendation: RecordView, numbers: Numbers): ReportRecommendation {
  const text = (field: string) => plainText(textOf(recommendation, field));
  return {
    number: recommendation.number,
    process: text('process'),
    title: text('name'),
    text: text('text'),
    findings: numbered(listOf(recommendation, 'findings'), numbers),
    effort: text('effort'),
    benefit: text('benefit'),
    target: text('target'),
  };
}

export function evidenceOf(evidence: RecordView): ReportEvidence {
  const heldAt = evidence.fields['heldAt'];
  const text = (field: string) => plainText(textOf(evidence, field));
  return {
    number: evidence.number,
    title: text('name'),
    kind: text('kind'),
    state: evidence.state,
    processes: listOf(evidence, 'processes').map(plainText).toSorted(compare),
    source: text('source'),
    heldAt: typeof heldAt === 'number' ? heldAt : null,
    verdict: text('verdict'),
    files: (evidence.attachments ?? []).map(({ name, hash }) => ({ name: plainText(name), hash })),
  };
}

/** What became of recommendations. @param improvements by record id. @param asOf epoch ms. */
export function followUpOf(
  recommendations: readonly RecordView[],
  improvements: ReadonlyMap<string, RecordView>,
  { nameOf }: Pick<Naming, 'nameOf'>,
  asOf: number,
): FollowUp {
  return {
    asOf,
    lines: recommendations.toSorted(byNumber).map((one) => {
      const improvement = improvements.get(textOf(one, 'improvement'));
      // What is decided for the improvement counts, as it goes on from the recommendation.
      const decided = improvement ?? one;
      const owner = textOf(decided, 'owner');
      const dueOn = decided.fields['dueOn'];
      return {
        number: one.number,
        state: one.state,
        owner: owner === '' ? '' : plainText(nameOf(owner)),
        dueOn: typeof dueOn === 'number' ? dueOn : null,
        refusalReason: plainText(textOf(one, 'refusalReason')),
        improvement: improvement ? { number: improvement.number, state: improvement.state } : null,
      };
    }),
  };
}

function numbered(ids: readonly string[], numbers: Numbers): readonly string[] {
  return ids.flatMap((id) => numbers.get(id) ?? []).toSorted(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
