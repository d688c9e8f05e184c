import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { viewOf } from '#test/support/views.ts';
import { useShownAnswers } from './use-shown-answers.ts';
import { LineMaker } from './workbook-rows.ts';

const cell: Cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' };

/** The line as it was read, with the answer that is stored; without one, nothing is. */
const stored = (fields?: FieldValues) =>
  new LineMaker().rows(
    [cell],
    fields ? [viewOf('rating', { ...cell, assessor: 'ann', ...fields })] : [],
    'ann',
  );

function shownOver(first: ReturnType<typeof stored>) {
  const { result, rerender } = renderHook(({ rows }) => useShownAnswers(rows, 'rating'), {
    initialProps: { rows: first },
  });
  const line = () => result.current.rows?.[0];
  /** Gives an answer; what is returned settles it. */
  const give = (fields: FieldValues) => {
    let settle: (isWritten: boolean) => void = () => undefined;
    act(() => {
      const given = result.current.show(line()?.key ?? '', fields);
      settle = (isWritten) => act(() => result.current.settle(given, isWritten));
    });
    return settle;
  };
  return { give, rerender, line, value: () => line()?.answer?.fields['value'] };
}

test('ASM-274 an answer stands on the page before it is written, and is then the stored one', () => {
  const { give, rerender, line, value } = shownOver(stored());
  const settle = give({ value: 'F' });
  expect(value()).toBe('F');
  settle(true);
  expect(value()).toBe('F');
  const read = stored({ value: 'F', comment: 'Seen.' });
  rerender({ rows: read });
  expect(line()).toBe(read[0]);
  rerender({ rows: stored({ value: 'P' }) });
  expect(value()).toBe('P');
});

test('ASM-274 an answer that was refused goes again', () => {
  const { give, value } = shownOver(stored({ value: 'L' }));
  const settle = give({ value: 'F' });
  expect(value()).toBe('F');
  settle(false);
  expect(value()).toBe('L');
});

test('ASM-274 of two answers in a row the last stands, whichever is read back first', () => {
  const { give, rerender, value } = shownOver(stored());
  const settle = give({ value: 'F' });
  give({ value: 'P' });
  expect(value()).toBe('P');
  settle(true);
  rerender({ rows: stored({ value: 'F' }) });
  expect(value()).toBe('P');
});
