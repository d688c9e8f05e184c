import { describe, expect, it } from 'vitest';
import { rated, notApplicable, notRated, type Assessed } from '#shared/assessment/value.ts';
import {
  cellKey,
  cellsOf,
  profileOf,
  spreadOf,
  type AssessmentPlan,
  type Cell,
  type ItemSource,
} from '#shared/assessment/workbook.ts';
import type { AggregationRule } from '#shared/assessment/aggregate.ts';

const lower: AggregationRule = { by: 'median', evenNumber: 'lower' };
const r1: AssessmentPlan['method'] = {
  name: 'R1',
  first: 'instances',
  overOutcomes: lower,
  overInstances: lower,
};

const source: ItemSource = {
  outcomes: (process) => (process === 'IM' ? ['IM-O1', 'IM-O2', 'IM-O3'] : ['PM-O1']).map(item),
  indicators: (attribute) => [`${attribute}-O1`, `${attribute}-O2`].map(item),
};

function item(code: string) {
  return { code, text: code };
}

const plan: AssessmentPlan = {
  method: r1,
  scope: [
    { process: 'IM', instance: 'Day shift', target: 2 },
    { process: 'IM', instance: 'Night shift', target: 2 },
    { process: 'PM', instance: '', target: 1 },
  ],
};

const known =
  (values: Readonly<Record<string, Assessed>>) =>
  ({ process, item: code, attribute, instance }: Cell): Assessed | undefined =>
    values[`${process} ${code || attribute} ${instance}`.trim()];

describe('ASM-140 what is to be rated', () => {
  it('R1: each outcome in each instance, attributes up to the target', () => {
    const cells = cellsOf(plan, source);
    // IM: (3 outcomes + 2 + 2 of PA 2.1 and 2.2) × 2 instances, PM: 1.
    expect(cells).toHaveLength(15);
    expect(cells[0]).toEqual({ process: 'IM', attribute: '1.1', item: 'IM-O1', instance: 'Day shift' });
    expect(new Set(cells.map(cellKey)).size).toBe(15);
  });

  it('R2: each attribute in each instance; R3: each attribute once', () => {
    expect(cellsOf({ ...plan, method: { name: 'R2', overInstances: lower } }, source)).toHaveLength(7);
    expect(cellsOf({ ...plan, method: { name: 'R3' } }, source)).toHaveLength(4);
  });
});

describe('ASM-141 the profile', () => {
  it('is made of the agreed values, with level, reason and gap', () => {
    const agreed = known({
      'IM IM-O1 Day shift': rated('F'),
      'IM IM-O1 Night shift': rated('F'),
      'IM IM-O2 Day shift': rated('F'),
      'IM IM-O2 Night shift': rated('L'),
      'IM IM-O3 Day shift': rated('F'),
      'IM IM-O3 Night shift': rated('F'),
      'IM 2.1-O1 Day shift': rated('P'),
      'IM 2.1-O1 Night shift': rated('P'),
      'IM 2.1-O2 Day shift': notApplicable,
      'IM 2.1-O2 Night shift': notApplicable,
      'PM PM-O1': rated('L'),
    });
    // By hand: outcomes of IM are F, L, F by the lower of two, so PA 1.1 is F; PA 2.1 is P; PA 2.2 is not rated.
    expect(profileOf(plan, source, agreed)).toMatchObject([
      {
        process: 'IM',
        target: 2,
        gap: 1,
        attributes: [
          { attribute: '1.1', value: rated('F') },
          { attribute: '2.1', value: rated('P') },
          { attribute: '2.2', value: { kind: 'notRated' } },
        ],
        capability: { level: 1, reason: 'Level 1, Performed: PA 2.1 is P.' },
      },
      { process: 'PM', target: 1, gap: 0, capability: { level: 1 } },
    ]);
  });

  it('says of which attribute something is missing', () => {
    const agreed = known({ 'IM IM-O1 Day shift': rated('F') });
    const [im] = profileOf(plan, source, agreed);
    expect(im?.attributes[0]?.value).toEqual({ kind: 'rated', rating: 'F', missing: 5 });
    expect(im?.capability.incomplete).toEqual(['1.1']);
  });
});

describe('ASM-142 how far assessors are apart', () => {
  it.each<[string, readonly Assessed[], number, boolean]>([
    ['nobody rated', [], 0, false],
    ['all alike', [rated('L'), rated('L')], 0, false],
    ['one step', [rated('L'), rated('F')], 1, false],
    ['three steps', [rated('N'), rated('F'), rated('P')], 3, false],
    ['refined ones', [rated('L-'), rated('F')], 2, false],
    ['one plain one makes all plain', [rated('L-'), rated('L')], 0, false],
    ['who did not rate does not count', [rated('L'), notRated], 0, false],
    ['one says it does not apply', [rated('L'), notApplicable], 0, true],
    ['all say so', [notApplicable, notApplicable], 0, false],
  ])('%s', (_what, values, steps, isMixed) => {
    expect(spreadOf(values)).toEqual({ steps, isMixed });
  });
});
