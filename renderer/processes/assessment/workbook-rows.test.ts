import { expect, test } from 'vitest';
import { cellKey, type Cell } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { TimelineItem } from '#renderer/data/data.ts';
import { viewOf } from '#test/support/views.ts';
import { agreedSteps } from './agreed-steps.ts';
import { answerFields, percentFields } from './answer-fields.ts';
import { latenessOf } from './late.ts';
import { isDifferent, isOpen, LineMaker, nextRow, passes, wouldLackReason } from './workbook-rows.ts';

const cells: readonly Cell[] = ['IM-O1', 'IM-O2', 'IM-O3'].map((item) => ({
  process: 'IM',
  attribute: '1.1',
  item,
  instance: '',
}));

const record = (type: string, item: string, fields: FieldValues): RecordView =>
  viewOf(type, { process: 'IM', attribute: '1.1', item, ...fields }, { id: `${type} ${item}` });

const rated = (item: string, assessor: string, value: string) => record('rating', item, { assessor, value });
const agreed = (item: string, value: string, reason = '') => record('agreed-rating', item, { value, reason });

const rows = (records: readonly RecordView[], own?: string) => new LineMaker().rows(cells, records, own);

test('ASM-272 the answer of a line is the own rating while all rate alone, and the agreed one after', () => {
  const records = [rated('IM-O1', 'ben', 'L'), rated('IM-O1', 'ann', 'F'), agreed('IM-O1', 'P')];
  const [own] = rows(records, 'ann');
  const [team] = rows(records);
  expect(own?.answer?.fields['value']).toBe('F');
  expect(team?.answer?.fields['value']).toBe('P');
  expect(team?.ratings.map(({ fields }) => fields['assessor'])).toEqual(['ann', 'ben']);
});

test('ASM-274 a line of which nothing changed stays the same object', () => {
  const lines = new LineMaker();
  const first = rated('IM-O1', 'ann', 'F');
  const before = lines.rows(cells, [first, rated('IM-O2', 'ann', 'F')], 'ann');
  const after = lines.rows(cells, [first, rated('IM-O2', 'ann', 'P')], 'ann');
  expect(after.map((row, place) => row === before[place])).toEqual([true, false, true]);
});

test('ASM-273 lines are filtered by where assessors differ and by what is open, and the keys go round to the next', () => {
  const all = rows([
    rated('IM-O1', 'ann', 'F'),
    rated('IM-O1', 'ben', 'F'),
    agreed('IM-O1', 'F'),
    rated('IM-O2', 'ann', 'F'),
    rated('IM-O2', 'ben', 'na'),
    agreed('IM-O2', 'P'),
    rated('IM-O3', 'ann', 'F'),
    rated('IM-O3', 'ben', 'P'),
  ]);
  expect(all.map(isDifferent)).toEqual([false, true, true]);
  // The second was agreed on as nobody said it, with no reason.
  expect(all.map(isOpen)).toEqual([false, true, true]);
  expect(all.filter((row) => passes(row, 'all'))).toHaveLength(3);
  expect(all.filter((row) => passes(row, 'differ'))).toHaveLength(2);
  const keyAt = (place: number) =>
    cellKey(cells[place] ?? { process: '', attribute: '1.1', item: '', instance: '' });
  expect(nextRow(all, keyAt(0), isDifferent)?.cell.item).toBe('IM-O2');
  expect(nextRow(all, keyAt(2), isDifferent)?.cell.item).toBe('IM-O2');
  expect(nextRow(all, undefined, isOpen)?.cell.item).toBe('IM-O2');
  expect(nextRow(all, keyAt(1), (row) => row.cell.item === 'IM-O2')).toBeUndefined();
});

test('ASM-268 a line that was agreed on twice is open', () => {
  const split = {
    ...agreed('IM-O1', 'F'),
    conflicts: [{ field: 'value', heads: [] }],
  };
  expect(rows([split]).map(isOpen)).toEqual([true, true, true]);
});

test('ASM-269 a value that no assessor gave asks for a reason, once', () => {
  const [line] = rows([rated('IM-O1', 'ann', 'F'), rated('IM-O1', 'ben', 'L')]);
  const [told] = rows([rated('IM-O1', 'ann', 'F'), agreed('IM-O1', 'P', 'Seen on site.')]);
  if (!line || !told) throw new Error('No line.');
  expect(['F', 'L', 'P', 'na', ''].map((value) => wouldLackReason(line, value))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
  expect(wouldLackReason(told, 'N')).toBe(false);
});

test('ASM-262 a key takes away the achievement that contradicts it; an achievement brings its rating', () => {
  const before = record('rating', 'IM-O1', { value: 'L', percent: 60 });
  expect(answerFields(before, 'L', 'plain')).toEqual({ value: 'L' });
  expect(answerFields(before, 'F', 'plain')).toEqual({ value: 'F', percent: null });
  expect(answerFields(before, '', 'plain')).toEqual({ value: null, percent: null });
  expect(answerFields(undefined, 'na', 'plain')).toEqual({ value: 'na' });
  expect(percentFields(60, 'plain')).toEqual({ percent: 60, value: 'L' });
  expect(percentFields(60, 'refined')).toEqual({ percent: 60, value: 'L-' });
  expect(percentFields(130, 'plain')).toEqual({ percent: 130 });
  expect(percentFields(null, 'plain')).toEqual({ percent: null });
});

test('ASM-267 a rating tells that it was opened late, or changed after the opening', () => {
  const step = (action: string, at: number) => ({
    ref: 'AAAAAAAAAAA:1' as const,
    action,
    from: '',
    to: '',
    at,
    actor: 'lead',
    inputs: {},
  });
  const assessment = viewOf('assessment', {}, { life: [step('openRatings', 100)] });
  const of = (at: number, updatedAt: number) =>
    latenessOf(viewOf('rating', {}, { life: [step('open', at)], updatedAt }), assessment);
  expect(of(100, 100)).toBeUndefined();
  expect(of(100, 120)).toBe('Changed after the opening');
  expect(of(150, 150)).toBe('Opened late');
  expect(of(90, 90)).toBe('Opened late');
  expect(latenessOf(viewOf('rating'), assessment)).toBeUndefined();
});

test('ASM-275 the history of an agreed rating has each value with its author and the reason of that time', () => {
  const change = (field: string, after: string | null) => ({ field, label: field, before: undefined, after });
  const item = (at: number, actor: string, ...changes: TimelineItem['changes']): TimelineItem => ({
    ref: `AAAAAAAAAAA:${at}`,
    kind: 'changed',
    at,
    actor,
    changes,
    isInferred: false,
  });
  const steps = agreedSteps([
    item(1, 'ann', change('name', 'IM')),
    item(2, 'ann', change('value', 'F')),
    item(3, 'ben', change('reason', 'Both shifts.')),
    item(4, 'ben', change('value', 'L')),
    { ...item(5, 'ann', change('value', null), change('reason', null)), setAside: 'retracted' },
  ]);
  expect(steps).toMatchObject([
    { value: 'F', reason: 'Both shifts.', actor: 'ann', isTakenBack: false },
    { value: 'L', reason: 'Both shifts.', actor: 'ben' },
    { value: '', reason: '', actor: 'ann', isTakenBack: true },
  ]);
});
