import { expect, test } from 'vitest';
import { processAttributes } from '#shared/assessment/attributes.ts';
import { readModelFile } from '#shared/library/read-model.ts';
import example from './iso-20000-1-style.json';
import { indicators } from './indicators.ts';

/** Clauses 8.2 to 8.7 of ISO/IEC 20000-1:2018 that name a process, in their order. */
const clauses2018 = [
  ...['8.2.2 PLS', '8.2.3 PTY', '8.2.4 CAT', '8.2.5 AST', '8.2.6 CFG'],
  ...['8.3.2 BRM', '8.3.3 SLM', '8.3.4 SUP'],
  ...['8.4.1 BUD', '8.4.2 DMD', '8.4.3 CAP'],
  ...['8.5.1 CHG', '8.5.2 SDT', '8.5.3 REL'],
  ...['8.6.1 INC', '8.6.2 REQ', '8.6.3 PRB'],
  ...['8.7.1 AVA', '8.7.2 CON', '8.7.3 SEC'],
];

test('LIB-126 The example in the style of ISO/IEC 20000-1 is whole and can be imported.', () => {
  const read = readModelFile('iso-20000-1-style.json', JSON.stringify(example));
  expect(read.ok ? [] : read.error).toEqual([]);
  expect(example.processes.map(({ code, clauses }) => `${clauses[0]?.section ?? ''} ${code}`)).toEqual(
    clauses2018,
  );
  for (const { activities, outcomes } of example.processes) {
    expect(activities.length).toBeGreaterThanOrEqual(2);
    expect(outcomes.length).toBeGreaterThanOrEqual(3);
  }
});

test('LIB-130 Every attribute of levels 1 to 5 has its outcomes, each with a practice and work products.', () => {
  expect(indicators.map(({ code, level, name, outcomes }) => [code, level, name, outcomes.length])).toEqual([
    ['PA 1.1', 1, 'Process performance', 1],
    ['PA 2.1', 2, 'Performance management', 8],
    ['PA 2.2', 2, 'Documented information management', 4],
    ['PA 3.1', 3, 'Process definition', 5],
    ['PA 3.2', 3, 'Process deployment', 6],
    ['PA 4.1', 4, 'Quantitative analysis', 7],
    ['PA 4.2', 4, 'Quantitative control', 5],
    ['PA 5.1', 5, 'Process innovation', 4],
    ['PA 5.2', 5, 'Process innovation implementation', 3],
  ]);
  const codes = indicators.flatMap(({ outcomes }) => outcomes.map(({ code }) => code));
  expect(new Set(codes).size).toBe(codes.length);
});

test('LIB-130 The library and the measurement framework call the attributes the same.', () => {
  expect(indicators.map(({ code, level, name }) => ({ code, level, name }))).toEqual(
    processAttributes.map(({ code, level, name }) => ({ code: `PA ${code}`, level, name })),
  );
});
