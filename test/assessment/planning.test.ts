import { describe, expect, it } from 'vitest';
import { classFaults, type AssessmentClass } from '#shared/assessment/class-rules.ts';
import { coverageOf, type EvidencePiece } from '#shared/assessment/coverage.ts';
import { questionsOf } from '#shared/assessment/interview.ts';
import { scheduleFaults, type PlannedSession } from '#shared/assessment/schedule.ts';
import {
  choicesOf,
  inModelOrder,
  linesOf,
  withInstances,
  without,
  withTarget,
} from '#shared/assessment/scope.ts';
import type { AssessmentPlan, ItemSource, ScopeLine } from '#shared/assessment/workbook.ts';

const source: ItemSource = {
  outcomes: (process) => [
    { code: `${process}-O1`, text: 'Incidents are on record', evidence: 'Incident records' },
    { code: `${process}-O2`, text: 'Each has a priority', evidence: 'Priorities' },
  ],
  indicators: (attribute) => [
    {
      code: `PA${attribute}-O1`,
      text: 'It is planned',
      practice: 'Plan the activities',
      workProducts: 'A plan',
    },
  ],
};

const line = (process: string, instance = '', target: ScopeLine['target'] = 1): ScopeLine => ({
  process,
  instance,
  target,
});

const r1: AssessmentPlan['method'] = {
  name: 'R1',
  first: 'instances',
  overOutcomes: { by: 'median', evenNumber: 'lower' },
  overInstances: { by: 'median', evenNumber: 'lower' },
};

describe('ASM-200 the schedule', () => {
  const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
  const session = (id: string, from: number, until: number, more: Partial<PlannedSession> = {}) => ({
    id,
    title: id,
    from,
    until,
    processes: ['IM'],
    people: ['ana'],
    ...more,
  });
  const frame = {
    from: '2026-11-02',
    until: '2026-11-04',
    processes: ['IM'],
    dayOf: (when: number) => new Date(when).toISOString().slice(0, 10),
  };

  it('says who is in two sessions at once; one that begins when another ends is not at once', () => {
    const one = session('one', at(2, 9), at(2, 11));
    const next = session('next', at(2, 11), at(2, 12));
    const across = session('across', at(2, 10), at(2, 12), { people: ['ana', 'marta'] });
    const others = session('others', at(2, 9), at(2, 12), { people: ['ken'] });
    expect(scheduleFaults([one, next, others], frame)).toEqual([]);
    expect(scheduleFaults([across, next, one, others], frame)).toEqual([
      { kind: 'twoAtOnce', person: 'ana', sessions: ['one', 'across'] },
      { kind: 'twoAtOnce', person: 'ana', sessions: ['across', 'next'] },
    ]);
  });

  it('says which session is outside of the dates; a date that is not set bounds nothing', () => {
    const early = session('early', at(1, 9), at(1, 10));
    const late = session('late', at(4, 23), at(5, 1));
    const untilMidnight = session('midnight', at(4, 22), at(5, 0), { people: [] });
    expect(scheduleFaults([late, early, untilMidnight], frame)).toEqual([
      {
        kind: 'outside',
        session: 'early',
        says: 'is on 2026-11-01, before the assessment begins (2026-11-02)',
      },
      { kind: 'outside', session: 'late', says: 'is on 2026-11-05, after the assessment ends (2026-11-04)' },
    ]);
    expect(scheduleFaults([late, early], { ...frame, from: '', until: '' })).toEqual([]);
  });

  it('says which process in scope no session is about', () => {
    const one = session('one', at(2, 9), at(2, 11));
    expect(scheduleFaults([one], { ...frame, processes: ['IM', 'RF'] })).toEqual([
      { kind: 'noSession', process: 'RF' },
    ]);
  });
});

describe('ASM-201 what the class asks for', () => {
  const plan = (instances: number, process = 'IM'): AssessmentPlan => ({
    method: r1,
    scope: Array.from({ length: instances }, (_, place) => line(process, `Shift ${place}`)),
  });
  const team = { lead: 'ana', assessors: ['ana', 'marta'] };

  it.each<[AssessmentClass, number, boolean]>([
    ['1', 3, false],
    ['1', 4, true],
    ['2', 1, false],
    ['2', 2, true],
    ['3', 1, true],
  ])('class %s with %i instances of a process: enough is %s', (level, instances, isEnough) => {
    const found = classFaults(level, plan(instances), team, []);
    expect(found).toEqual(
      isEnough ? [] : [{ kind: 'instances', process: 'IM', has: instances, asks: level === '1' ? 4 : 2 }],
    );
  });

  const holders = [
    { person: 'ana', process: 'IM', role: 'process owner' },
    { person: 'marta', process: 'IM', role: 'process manager' },
    { person: 'marta', process: 'RF', role: 'process owner' },
  ];
  it.each<[AssessmentClass, readonly string[]]>([
    ['1', ['ana', 'marta']],
    ['2', ['ana']],
    ['3', []],
  ])('class %s: those who own or run an assessed process and must not: %j', (level, people) => {
    const found = classFaults(level, plan(4), team, holders);
    expect(found.map((fault) => (fault.kind === 'independence' ? fault.person : fault.kind))).toEqual(people);
  });
});

describe('ASM-202 the scope', () => {
  it('puts whole domains in scope at one level, keeps instances, and reads back what it wrote', () => {
    const first = withInstances(withTarget([], ['IM'], 2), 'IM', ' Day shift, Night shift,Day shift ,');
    const all = withTarget(first, ['IM', 'RF', 'ChM'], 3);
    expect(linesOf(all)).toEqual([
      line('IM', 'Day shift', 3),
      line('IM', 'Night shift', 3),
      line('RF', '', 3),
      line('ChM', '', 3),
    ]);
    expect(choicesOf(linesOf(all))).toEqual(all);
    expect(without(all, ['RF', 'IM']).map(({ process }) => process)).toEqual(['ChM']);
  });

  it('stands in the order of the model; what the model does not know comes last', () => {
    const chosen = withTarget([], ['XX', 'RF', 'ChM'], 1);
    expect(inModelOrder(chosen, ['ChM', 'IM', 'RF']).map(({ process }) => process)).toEqual([
      'ChM',
      'RF',
      'XX',
    ]);
  });
});

describe('ASM-210 coverage', () => {
  const plan: AssessmentPlan = { method: r1, scope: [line('IM', '', 2), line('RF')] };
  const piece = (id: string, state: string, more: Partial<EvidencePiece> = {}): EvidencePiece => ({
    id,
    state,
    processes: ['IM'],
    attributes: [],
    outcomes: [],
    ...more,
  });
  const standings = (pieces: readonly EvidencePiece[], method = r1) =>
    Object.fromEntries(
      coverageOf({ ...plan, method }, source, pieces).cells.map(({ process, attribute, standing, seen }) => [
        `${process} ${attribute}`,
        `${standing} ${seen}`,
      ]),
    );

  it.each([
    ['valid', 'partly 1'],
    ['received', 'toJudge 0'],
    ['requested', 'asked 0'],
    ['needed', 'needed 0'],
    ['unreliable', 'nothing 0'],
    ['missing', 'nothing 0'],
  ])('a piece that is %s leaves its attribute at %s', (state, expected) => {
    expect(standings([piece('a', state, { outcomes: ['IM-O1'] })])['IM 1.1']).toBe(expected);
  });

  it('an attribute is seen when valid evidence tells of each of its outcomes', () => {
    const pieces = [piece('a', 'valid', { outcomes: ['IM-O1', 'IM-O2'] }), piece('b', 'needed')];
    expect(standings(pieces)).toEqual({
      'IM 1.1': 'seen 2',
      'IM 2.1': 'nothing 0',
      'IM 2.2': 'nothing 0',
      'RF 1.1': 'nothing 0',
    });
  });

  it('the same outcome of an attribute is another one for each process', () => {
    const [managed] = coverageOf({ ...plan, scope: [line('IM', '', 2), line('RF', '', 2)] }, source, [
      piece('a', 'valid', { outcomes: ['PA2.1-O1'] }),
    ]).cells.filter(({ attribute, process }) => attribute === '2.1' && process === 'RF');
    expect(managed?.standing).toBe('nothing');
    expect(standings([piece('a', 'valid', { outcomes: ['PA2.1-O1'] })])['IM 2.1']).toBe('seen 1');
  });

  it('a piece for the attribute as a whole is enough only where the method rates it as a whole', () => {
    const whole = [piece('a', 'valid', { attributes: ['2.1'] })];
    expect(standings(whole)['IM 2.1']).toBe('partly 0');
    expect(
      coverageOf({ ...plan, method: { name: 'R3' } }, source, whole).cells.find(
        ({ attribute }) => attribute === '2.1',
      )?.standing,
    ).toBe('seen');
  });

  it('names pieces that tell of nothing in scope', () => {
    const pieces = [piece('a', 'valid'), piece('b', 'valid', { processes: ['PM'], attributes: ['1.1'] })];
    expect(coverageOf(plan, source, pieces).unplaced).toEqual(['a', 'b']);
  });
});

describe('ASM-220 questions of an interview', () => {
  it('are made from outcomes and indicators up to the target level, with what to look at', () => {
    const plan: AssessmentPlan = { method: r1, scope: [line('IM', '', 2)] };
    expect(questionsOf(plan, source, 'IM')).toEqual([
      {
        process: 'IM',
        attribute: '1.1',
        outcome: 'IM-O1',
        asks: 'How do you see to it that this holds: “Incidents are on record”?',
        look: 'Incident records',
      },
      expect.objectContaining({ outcome: 'IM-O2' }),
      {
        process: 'IM',
        attribute: '2.1',
        outcome: 'PA2.1-O1',
        asks: 'How do you do this here: “Plan the activities”?',
        look: 'A plan',
      },
      expect.objectContaining({ outcome: 'PA2.2-O1' }),
    ]);
    expect(questionsOf(plan, source, 'RF')).toEqual([]);
  });
});
