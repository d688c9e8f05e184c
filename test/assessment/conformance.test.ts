import { describe, expect, test } from 'vitest';
import {
  authoritiesOf,
  mayConform,
  partsAsked,
  type Part,
  type Phase,
  type ServiceKind,
} from '#shared/conformance/asked.ts';
import { tableLines } from '#shared/conformance/cells.ts';
import { lookDay, standingOn } from '#shared/conformance/standing.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { conformanceStatement } from '#shared/processes/improvement/conformance-statement.ts';
import { Desk } from '#test/support/desk.ts';
import { actionsTo } from '#shared/processes/improvement/assessment-lifecycle.ts';

/** Read off DoDI 8440.01, table 1, by hand: what a provider gives in each cell. */
const worked: readonly (readonly [ServiceKind, Phase, 'conforms' | 'departs', readonly Part[]])[] = [
  ['enterprise', 1, 'departs', ['explanation', 'levelDescription', 'recommendation']],
  ['enterprise', 2, 'departs', ['exception', 'levelDescription', 'recommendation', 'agreement']],
  ['enterprise', 3, 'departs', ['serviceQuality', 'managementCapability', 'measuresJudged']],
  ['component', 1, 'departs', ['evaluation', 'recommendation']],
  ['component', 2, 'departs', ['plan', 'levelDescription', 'recommendation']],
  ['component', 3, 'departs', ['exception', 'levelDescription', 'recommendation', 'agreement']],
  ['enterprise', 1, 'conforms', []],
  ['enterprise', 2, 'conforms', []],
  ['enterprise', 3, 'conforms', ['serviceQuality', 'managementCapability', 'measuresJudged']],
  ['component', 1, 'conforms', []],
  ['component', 2, 'conforms', []],
  ['component', 3, 'conforms', []],
];

const all: readonly Part[] = [
  'explanation',
  'levelDescription',
  'recommendation',
  'evaluation',
  'plan',
  'exception',
  'agreement',
  'serviceQuality',
  'managementCapability',
  'measuresJudged',
];

/** All steps of an assessment. */
const toReport = actionsTo('report').map((action) => ({ action, inputs: {} }));

/** Must be filled in the form by itself: a plan may be a record instead, and “no” is no agreement. */
const ruledByCheck: readonly Part[] = ['plan', 'agreement'];

describe.each(worked)('%s services in phase %d, verdict %s', (kind, phase, verdict, parts) => {
  const conforms = verdict === 'conforms';
  const desk = Desk.seeded();
  const writer = desk.person('Writer', 'analyst');
  const service = desk.put('service', { name: 'Mail' });
  const cell: FieldValues = { name: 'Mail', service, year: 2026, kind, phase: String(phase), verdict };
  const exception = desk.put(
    'conformance-exception',
    { name: 'Leave', service, reason: 'Old', until: '2099-12-31', authorityKind: 'dodCio' },
    undefined,
    [{ action: 'approve', inputs: {} }],
  );
  const assessment = desk.put('assessment', { name: 'Look', purpose: 'To know' }, undefined, toReport);
  const values: Readonly<Record<Part, FieldValues>> = {
    explanation: { explanation: 'Because.' },
    levelDescription: { levelDescription: 'Half.' },
    recommendation: { recommendation: 'Shorter.' },
    evaluation: { evaluation: 'Looked.' },
    plan: { plan: 'First IM.' },
    exception: { exception },
    agreement: { agreement: true },
    serviceQuality: { serviceQuality: 97.5, qualityBasis: 'entered', qualitySource: 'Report of May' },
    managementCapability: { managementCapability: assessment },
    measuresJudged: { measuresJudged: 'Good enough.' },
  };
  const filled = (given: readonly Part[]): FieldValues =>
    Object.assign({}, cell, ...given.map((part) => values[part])) as FieldValues;
  let year = 2026;
  const submit = async (given: readonly Part[]) => {
    year += 1;
    const id = desk.put('conformance-statement', { ...filled(given), year });
    const problems = await desk.try(writer, { kind: 'act', record: id, action: 'submit', inputs: {} });
    return { id, problems };
  };

  test('CNF-101 exactly these parts are asked', () => {
    expect(new Set(partsAsked(kind, phase, conforms))).toEqual(new Set(parts));
  });

  test.each(all)('CNF-103 %s is shown and required only where it is asked', (part) => {
    const view = (state: string): RecordView => ({
      ...desk.view(desk.put('conformance-statement', cell)),
      state,
    });
    const field = conformanceStatement.fields[part];
    const isAsked = parts.includes(part);
    const { required, shown } = field ?? {};
    expect(shown?.(view('draft'))).toBe(isAsked);
    if (ruledByCheck.includes(part)) return;
    expect(typeof required === 'function' && required(view('draft'))).toBe(false);
    expect(typeof required === 'function' && required(view('submitted'))).toBe(isAsked);
  });

  test('CNF-104 with all parts it is given in, and without any one of them it is refused at that part', async () => {
    for (const missing of parts) {
      const { problems } = await submit(parts.filter((part) => part !== missing));
      expect(problems.map(({ what }) => what?.field)).toContain(missing);
      expect(problems.map(({ message }) => message).join(' ')).toMatch(/table 1 asks for it in phase \d/);
    }
    const { id, problems } = await submit(parts);
    expect(problems).toEqual([]);
    expect(desk.view(id).state).toBe('submitted');
  });
});

test('CNF-102 enterprise services in the last phase are measured, whether they conform or not', () => {
  const asked = (['enterprise', 'component'] as const).flatMap((kind) =>
    ([1, 2, 3] as const).map((phase) => mayConform(kind, phase)),
  );
  expect(asked).toEqual([true, true, false, true, true, true]);
});

test('CNF-105 the DoD CIO approves exceptions of enterprise services; for services of one component the table names nobody', () => {
  expect(authoritiesOf('enterprise')).toEqual(['dodCio']);
  expect(authoritiesOf('component')).toEqual(['dodCio', 'component']);
});

test('CNF-106 the help prints each cell with what it asks for, and who approves', () => {
  expect(tableLines.map((line) => line.map(({ steps }) => steps.length))).toEqual([
    [3, 4, 3],
    [2, 3, 4],
  ]);
  const words = tableLines.flat().map(({ steps }) => steps.map((step) => step.words).join(', '));
  expect(words.filter((cell) => cell.includes('DoD CIO'))).toEqual([words[1]]);
  expect(words[2]).toMatch(/measures service quality.*capability.*judges/);
});

test('CNF-107 an exception ends with its last day, and is told of within 90 days', () => {
  expect(standingOn('requested', '2026-12-31', '2026-11-22')).toBe('requested');
  expect(standingOn('refused', '', '2026-11-22')).toBe('refused');
  expect(standingOn('approved', '2027-02-20', '2026-11-22')).toBe('counts');
  expect(standingOn('approved', '2027-02-19', '2026-11-22')).toBe('endsSoon');
  expect(standingOn('approved', '2026-11-22', '2026-11-22')).toBe('endsSoon');
  expect(standingOn('approved', '2026-11-21', '2026-11-22')).toBe('ended');
  expect(standingOn('ended', '2027-12-31', '2026-11-22')).toBe('ended');
});

test('CNF-108 what a past year rests on is looked at on its last day', () => {
  expect(lookDay(2025, '2026-11-22')).toBe('2025-12-31');
  expect(lookDay(2026, '2026-11-22')).toBe('2026-11-22');
  expect(lookDay(2027, '2026-11-22')).toBe('2026-11-22');
});
