import { expect, test } from 'vitest';
import { soundModel, soundProcess } from '#test/support/reference-model.ts';
import { faultLine } from './faults.ts';
import { LONGEST_MODEL, modelFileFault, readModel, readModelBytes, readModelFile } from './read-model.ts';
import { summaryOf } from './summary.ts';

function faults(value: unknown): readonly string[] {
  const read = readModel(value);
  return read.ok ? [] : read.error.map(({ message }) => message);
}
const withPurpose = (purpose: string) => soundModel({ processes: [soundProcess({ purpose })], flows: [] });

test('LIB-121 A part of the wrong form is told with its code and field.', () => {
  expect(faults({ ...soundModel(), name: undefined })).toEqual([expect.stringMatching(/^MODEL, name: /)]);
  const [first, second] = soundModel().processes;
  expect(
    faults({ ...soundModel(), processes: [first, { ...second, outcomes: [{ text: 'No code' }] }] }),
  ).toEqual([
    expect.stringMatching(/^BB, outcomes\.0\.code: /),
    expect.stringMatching(/^BB, outcomes\.0\.evidence: /),
  ]);
  expect(faults({ ...soundModel(), surprise: 1 })).toEqual([expect.stringMatching(/^MODEL, it: .*surprise/)]);
});

test('LIB-122 What is no model is refused in words.', () => {
  const codes = (text: string) => {
    const read = readModelFile('model.json', text);
    return read.ok ? [] : read.error.map(({ code }) => code);
  };
  expect(codes('{"format": 1,')).toEqual(['OUT-LIB-002']);
  expect(codes('[]')).toEqual(['OUT-LIB-002']);
  expect(codes('null')).toEqual(['OUT-LIB-002']);
  expect(codes('{"format": 2}')).toEqual(['OUT-LIB-002']);
  expect(codes(JSON.stringify(soundModel()))).toEqual([]);
});

test('LIB-123 A file above the limit is refused before it is read.', () => {
  const read = readModelFile('large.json', ' '.repeat(LONGEST_MODEL + 1));
  expect(read.ok ? [] : read.error.map(({ code }) => code)).toEqual(['OUT-LIB-003']);
});

test.each(['<b>bold</b>', 'a </p> b', '<!-- hidden -->', '<?php', 'line\u0000end', 'turned \u202e round'])(
  'LIB-124 A text is plain: %j is refused.',
  (text) => {
    expect(faults(withPurpose(text))).toEqual([
      'AA, purpose: holds HTML or control characters; plain text only',
    ]);
  },
);

test('LIB-124 A comparison is no HTML.', () => {
  expect(faults(withPurpose('Availability < 99 % and load > 5'))).toEqual([]);
});

test('LIB-125 Texts and lists have a limit.', () => {
  expect(faults(withPurpose('a'.repeat(2001)))).toEqual(['AA, purpose: is longer than 2000 characters']);
  expect(
    faults(
      soundModel({
        processes: [soundProcess({ benefits: Array.from({ length: 201 }, () => 'x') })],
        flows: [],
      }),
    ),
  ).toEqual(['AA, benefits: has more than 200 entries']);
  expect(faults(withPurpose('  '))).toEqual(['AA, purpose: is empty']);
});

test('LIB-164 The bytes of a file are UTF-8, and no more than a model can have.', () => {
  const codes = (bytes: Uint8Array) => {
    const read = readModelBytes('model.json', bytes);
    return read.ok ? [] : read.error.map(({ code }) => code);
  };
  const sound = new TextEncoder().encode(JSON.stringify(soundModel()));
  expect(codes(sound)).toEqual([]);
  expect(codes(new Uint8Array([0xef, 0xbb, 0xbf, ...sound]))).toEqual([]);
  expect(codes(new Uint8Array([0xff, 0xfe, 0x7b]))).toEqual(['OUT-LIB-002']);
  expect(modelFileFault('model.json', 3 * LONGEST_MODEL)).toBeUndefined();
  expect(modelFileFault('model.json', 3 * LONGEST_MODEL + 1)?.code).toBe('OUT-LIB-003');
});

test('LIB-164 A fault is a line with process, field and what is wrong.', () => {
  const read = readModel(withPurpose(''));
  expect(read.ok ? [] : read.error.map(faultLine)).toEqual([
    { part: 'AA', field: 'purpose', fault: 'is empty' },
  ]);
});

test('LIB-160 The record of a model names its processes, with counts.', () => {
  expect(summaryOf(soundModel())).toEqual({
    code: 'MODEL',
    name: 'A model',
    note: 'For tests.',
    processes: [
      { code: 'AA', name: 'First process', outcomes: 1, activities: 1 },
      { code: 'BB', name: 'Second process', outcomes: 1, activities: 0 },
    ],
  });
});

test('LIB-160 A model may say its edition.', () => {
  expect(faults(soundModel({ edition: '2018' }))).toEqual([]);
  expect(faults(soundModel({ edition: 'x'.repeat(41) }))).toEqual([
    'MODEL, edition: is longer than 40 characters',
  ]);
});
