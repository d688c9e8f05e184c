import { describe, expect, it } from 'vitest';
import { aggregate, aggregateTable, type AggregationRule } from '#shared/assessment/aggregate.ts';
import { rateAttribute } from '#shared/assessment/method.ts';
import { type Rating } from '#shared/assessment/scale.ts';
import { notApplicable, notRated, rated, type Assessed } from '#shared/assessment/value.ts';

const lower: AggregationRule = { by: 'median', evenNumber: 'lower' };
const upper: AggregationRule = { by: 'median', evenNumber: 'upper' };
const down: AggregationRule = { by: 'mean', rounding: 'down' };
const nearest: AggregationRule = { by: 'mean', rounding: 'nearest' };
const up: AggregationRule = { by: 'mean', rounding: 'up' };
const percent: AggregationRule = { by: 'percent' };

/** `.` is not rated, `x` does not apply, a number is a percentage with the plain rating it stands for. */
function row(text: string): readonly Assessed[] {
  return text.split(' ').filter(Boolean).map(valueOf);
}

function valueOf(mark: string): Assessed {
  if (mark === '.') return notRated;
  if (mark === 'x') return notApplicable;
  const [rating = '', share] = mark.split('=');
  return rated(rating as Rating, share === undefined ? undefined : Number(share));
}

/** By hand. N 0, P 1, L 2, F 3. */
const worked: readonly (readonly [values: string, rule: AggregationRule, rating: Rating, why: string])[] = [
  ['F', lower, 'F', 'one value'],
  ['N P L', lower, 'P', 'the middle one'],
  ['L N P', lower, 'P', 'in whatever order'],
  ['N N F', lower, 'N', 'a far one changes nothing'],
  ['F F F N', lower, 'F', 'both in the middle are F'],
  ['P L', lower, 'P', 'the lower of two'],
  ['P L', upper, 'L', 'the upper of two'],
  ['N N F F', lower, 'N', 'the lower of two far ones'],
  ['N N F F', upper, 'F', 'the upper of two far ones'],
  ['P- P+ L-', lower, 'P+', 'refined stay refined'],
  ['P- L+', upper, 'L+', 'refined, the upper of two'],
  ['P- P L-', lower, 'P', 'one plain value makes all plain'],
  ['N F', down, 'P', 'mean 1.5 down'],
  ['N F', nearest, 'P', 'a half goes down'],
  ['N F', up, 'L', 'mean 1.5 up'],
  ['L L F', nearest, 'L', 'mean 2.33'],
  ['L F F', nearest, 'F', 'mean 2.67'],
  ['L F F', down, 'L', 'mean 2.67 down'],
  ['F F F P', nearest, 'L', 'mean 2.5, a half goes down'],
  ['N N N P', nearest, 'N', 'mean 0.25'],
  ['N N N P', up, 'P', 'mean 0.25 up'],
  ['P+ L-', nearest, 'P', 'refined count as plain: mean 1.5'],
  ['F=100 L=80 P=40', percent, 'L', 'mean 73.33 %'],
  ['N=0 F=100', percent, 'P', 'mean 50 % is still P'],
  ['N=1 F=100', percent, 'L', 'mean 50.5 %'],
  ['F=86 L=84', percent, 'L', 'mean 85 % is still L'],
  ['F=86 L=85', percent, 'F', 'mean 85.5 %'],
  ['P-=20 P+=45', percent, 'P-', 'mean 32.5 %, refined'],
  ['P-=20 L-=60', percent, 'P+', 'mean 40 %, refined'],
  ['F x L x F', lower, 'F', 'what does not apply is left out'],
  ['N=10 x', percent, 'N', 'and is not 0 %'],
  ['F=100 x', percent, 'F', 'mean of one'],
];

describe('ASM-120 several values become one', () => {
  it.each(worked)('%s by %j is %s: %s', (values, rule, rating) => {
    expect(aggregate(row(values), rule).value).toMatchObject({ kind: 'rated', rating });
  });

  it.each<[string, Assessed['kind'], number, number, number]>([
    ['', 'notRated', 0, 0, 0],
    ['.', 'notRated', 0, 0, 1],
    ['. .', 'notRated', 0, 0, 2],
    ['x', 'notApplicable', 0, 1, 0],
    ['x x', 'notApplicable', 0, 2, 0],
    ['x .', 'notRated', 0, 1, 1],
    ['F . x', 'rated', 1, 1, 1],
    ['F L', 'rated', 2, 0, 0],
  ])('ASM-121 "%s" is %s: %d rated, %d left out, %d missing', (values, kind, counted, left, missing) => {
    const result = aggregate(row(values), lower);
    expect(result.value.kind).toBe(kind);
    expect(result).toMatchObject({ counted, notApplicable: left, missing });
  });

  it('ASM-122 a value of which something is missing says how much', () => {
    expect(aggregate(row('F . .'), lower).value).toEqual({ kind: 'rated', rating: 'F', missing: 2 });
    const nested = aggregateTable([row('F .'), row('F F')], lower, lower);
    expect(nested.value).toEqual({ kind: 'rated', rating: 'F', missing: 1 });
  });

  it('ASM-123 the mean of percentages needs a percentage of each', () => {
    expect(() => aggregate(row('F=100 L'), percent)).toThrow(RangeError);
  });
});

describe('ASM-130 rating methods', () => {
  /** Three outcomes, each in two instances. */
  const rows = [row('F N'), row('F N'), row('N N')];

  it('R1 over instances first: outcomes are F F N by the upper median, so F', () => {
    const method = { name: 'R1', first: 'instances', overInstances: upper, overOutcomes: lower } as const;
    expect(rateAttribute(method, { rows })).toEqual({
      value: rated('F'),
      rule: 'R1: median (upper of two middle ratings) over instances, then median (lower of two middle ratings) over outcomes',
    });
  });

  it('R1 over outcomes first: instances are F and N by the median, so N by the lower one', () => {
    const method = { name: 'R1', first: 'outcomes', overInstances: lower, overOutcomes: lower } as const;
    expect(rateAttribute(method, { rows }).value).toEqual(rated('N'));
  });

  it('R1 with rows of different length counts what is absent as missing', () => {
    const method = { name: 'R1', first: 'outcomes', overInstances: lower, overOutcomes: lower } as const;
    const value = rateAttribute(method, { rows: [row('F F'), row('F')] }).value;
    expect(value).toEqual({ kind: 'rated', rating: 'F', missing: 1 });
  });

  it('R2 aggregates over instances', () => {
    const method = { name: 'R2', overInstances: nearest } as const;
    expect(rateAttribute(method, { rows: [row('L F F')] })).toEqual({
      value: rated('F'),
      rule: 'R2: arithmetic mean of ratings (rounded to the nearest) over instances',
    });
  });

  it('R3 takes the one value as it is, of none and of several none', () => {
    expect(rateAttribute({ name: 'R3' }, { rows: [row('L+')] }).value).toEqual(rated('L+'));
    expect(rateAttribute({ name: 'R3' }, { rows: [row('.')] }).value).toEqual(notRated);
    expect(() => rateAttribute({ name: 'R3' }, { rows: [row('L F')] })).toThrow(RangeError);
    expect(() => rateAttribute({ name: 'R2', overInstances: lower }, { rows: [] })).toThrow(RangeError);
  });
});
