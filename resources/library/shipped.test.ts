import { expect, test } from 'vitest';
import { readModelFile } from '#shared/library/read-model.ts';
import example from './iso-20000-1-style.json';
import { indicators } from './indicators.ts';

test('LIB-126 The example in the style of ISO/IEC 20000-1 is whole and can be imported.', () => {
  const read = readModelFile('iso-20000-1-style.json', JSON.stringify(example));
  expect(read.ok ? [] : read.error).toEqual([]);
  expect(example.processes).toHaveLength(13);
  for (const { activities, outcomes } of example.processes) {
    expect(activities.length).toBeGreaterThanOrEqual(2);
    expect(outcomes.length).toBeGreaterThanOrEqual(3);
  }
});

test('LIB-130 Every attribute of levels 1 to 5 has its outcomes, each with a practice and work products.', () => {
  expect(indicators.map(({ code, level, name, outcomes }) => [code, level, name, outcomes.length])).toEqual([
    ['PA 1.1', 1, 'Process performance', 1],
    ['PA 2.1', 2, 'Performance management', 8],
    ['PA 2.2', 2, 'Work product management', 4],
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
