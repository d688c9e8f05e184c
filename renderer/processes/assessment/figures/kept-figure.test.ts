import { expect, test } from 'vitest';
import { viewOf } from '#test/support/views.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { metricsOf } from '#shared/processes/improvement/figures.ts';
import { keptFields, keptId, keptMetric, keptParts, partsOf, type Figure } from './kept-figure.ts';

const period = { from: Date.UTC(2025, 10, 1), below: Date.UTC(2026, 10, 1) };
const cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' } as const;
const keeping = { assessment: 'asm', cell, period, at: Date.UTC(2026, 10, 22), zone: 'Europe/Warsaw' };

function figure(process: string, name: string, ...values: readonly number[]): Figure {
  const metric = metricsOf(process, catalogue).find((one) => one.name === name);
  if (!metric) throw new Error(`${process} has no ${name}.`);
  return { metric, parts: partsOf(metric, period), values };
}

test('ASM-237 evidence holds value, parts, period, lists, zone, time, process, attribute and outcome', () => {
  const fields = keptFields(keeping, figure('IM', 'categorised', 35, 40));
  expect(fields).toMatchObject({
    name: 'IM · Categorised: 87.5 % (35 of 40)',
    kind: 'figure',
    assessment: 'asm',
    processes: ['IM'],
    attributes: ['1.1'],
    outcomes: ['IM-O1'],
    figureValue: 87.5,
    asOf: keeping.at,
    figureFrom: period.from,
    figureBelow: period.below,
    zone: 'Europe/Warsaw',
  });
  const evidence = viewOf('evidence', fields);
  expect(keptMetric(evidence)).toEqual(['IM', 'categorised']);
  expect(keptParts(evidence)).toEqual(
    figure('IM', 'categorised').parts.map((part, place) => ({ ...part, value: [35, 40][place] })),
  );
});

test('ASM-237 every figure of every process is read back from its evidence as it was measured', () => {
  for (const { code } of catalogue.processes) {
    for (const { name, measures } of metricsOf(code, catalogue)) {
      const asked = figure(code, name, ...Object.keys(measures).map((_, place) => place + 1));
      const evidence = viewOf('evidence', keptFields(keeping, asked));
      expect(keptParts(evidence), name).toEqual(
        asked.parts.map((part, place) => ({ ...part, value: place + 1 })),
      );
    }
  }
});

test('ASM-238 the same figure of the same period and time is one record, for whichever line it is kept', () => {
  const categorised = figure('IM', 'categorised', 35, 40);
  const id = keptId(keeping, categorised);
  const other = { ...cell, attribute: '2.2', item: 'PA2.2-O3' } as const;
  expect(keptId({ ...keeping, cell: other }, categorised)).toBe(id);
  expect(keptId({ ...keeping, at: keeping.at + 1 }, categorised)).not.toBe(id);
  expect(keptId({ ...keeping, period: { ...period, from: period.from + 1 } }, categorised)).not.toBe(id);
  expect(keptId({ ...keeping, assessment: 'another' }, categorised)).not.toBe(id);
  expect(keptId(keeping, figure('IM', 'closureCoded'))).not.toBe(id);
  // What is of now has no period, so another period makes no other record.
  const backlog = figure('IM', 'backlog', 5);
  expect(keptId({ ...keeping, period: { from: 1, below: 2 } }, backlog)).toBe(keptId(keeping, backlog));
});

test('ASM-238 evidence that somebody typed has no parts', () => {
  expect(keptParts(viewOf('evidence', { kind: 'figure', figure: 'By hand', parts: null }))).toEqual([]);
  const odd = [{ name: 'x', value: 1, address: 'https://elsewhere.example/list/incident?where=[]' }];
  expect(keptParts(viewOf('evidence', { parts: odd }))).toEqual([]);
});
