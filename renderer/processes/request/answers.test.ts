import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerText,
  checkAnswers,
  openQuestions,
  readAnswers,
  strayRows,
  writeAnswers,
  type QuestionGroup,
} from './answers.ts';

const groups: readonly QuestionGroup[] = [
  {
    item: 'i1',
    name: 'Laptop',
    questions: [
      { key: 'i1 For whom?', label: 'For whom?', kind: 'text', isRequired: true },
      { key: 'i1 Software', label: 'Software', kind: 'text', isRequired: false },
    ],
  },
  {
    item: 'i2',
    name: 'Account',
    questions: [
      { key: 'i2 For whom?', label: 'For whom?', kind: 'text', isRequired: true },
      { key: 'i2 From', label: 'From', kind: 'date', isRequired: true },
      { key: 'i2 How many', label: 'How many', kind: 'number', isRequired: false },
      { key: 'i2 Trained', label: 'Trained', kind: 'yesNo', isRequired: false },
    ],
  },
];

describe('REQ-2 reading answers', () => {
  test('a row of its item counts for that item only', () => {
    const answers = readAnswers(groups, [{ item: 'i1', question: 'For whom?', answer: 'Reyes' }]);
    expect(answers['i1 For whom?']).toBe('Reyes');
    expect(answers['i2 For whom?']).toBe('');
  });

  test('a row of no item answers the question wherever it is asked, unless the item has its own', () => {
    const rows = [
      { question: 'For whom?', answer: 'All' },
      { item: 'i2', question: 'For whom?', answer: 'Reyes' },
    ];
    expect(readAnswers(groups, rows)).toMatchObject({ 'i1 For whom?': 'All', 'i2 For whom?': 'Reyes' });
  });

  test('what is open is required and blank', () => {
    expect(openQuestions(groups, { 'i1 For whom?': ' ', 'i2 For whom?': 'x' })).toBe(2);
  });
});

describe('writing answers', () => {
  test('answers nobody asks for any more are kept', () => {
    const stray = { item: 'gone', question: 'Colour', answer: 'Green' };
    expect(strayRows(groups, [stray, { item: 'i1', question: 'Software', answer: 'x' }])).toEqual([stray]);
    expect(writeAnswers(groups, { 'i1 Software': ' CAD ' }, [stray])).toEqual([
      { item: 'i1', question: 'Software', answer: 'CAD' },
      stray,
    ]);
  });

  test('what was written is what is read', () => {
    const keys = groups.flatMap(({ questions }) => questions.map(({ key }) => key));
    const answers = fc.record(
      Object.fromEntries(keys.map((key) => [key, fc.string().map((text) => text.trim())])),
    );
    fc.assert(
      fc.property(answers, (given) => {
        const rows = writeAnswers(groups, given, []);
        expect(readAnswers(groups, rows)).toEqual(given);
        expect(writeAnswers(groups, readAnswers(groups, rows), rows)).toEqual(rows);
      }),
    );
  });
});

describe('checking answers', () => {
  const full = { 'i1 For whom?': 'a', 'i2 For whom?': 'b', 'i2 From': '2026-11-02' };

  test('a part may be saved, all is needed to send', () => {
    expect(checkAnswers(groups, {}, false)).toEqual({});
    expect(Object.keys(checkAnswers(groups, {}, true))).toEqual(['i1 For whom?', 'i2 For whom?', 'i2 From']);
    expect(checkAnswers(groups, full, true)).toEqual({});
  });

  test.each([
    ['i2 From', '2026-02-30'],
    ['i2 From', 'soon'],
    ['i2 How many', 'some'],
    ['i2 How many', 'Infinity'],
    ['i2 Trained', 'maybe'],
  ])('%s: “%s” is refused by name', (key, answer) => {
    expect(checkAnswers(groups, { ...full, [key]: answer }, false)[key]).toContain(answer);
  });

  test.each([
    ['i2 How many', '2,5'],
    ['i2 Trained', 'no'],
  ])('%s: “%s” is fine', (key, answer) => {
    expect(checkAnswers(groups, { ...full, [key]: answer }, true)).toEqual({});
  });

  test('yes and no are read as words', () => {
    expect([answerText('yesNo', 'yes'), answerText('yesNo', 'no'), answerText('text', 'yes')]).toEqual([
      'Yes',
      'No',
      'yes',
    ]);
  });
});
