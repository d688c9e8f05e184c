import { describe, expect, test } from 'vitest';
import { problem } from '#shared/kernel/errors.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { runBulk, type BulkProgress } from './run-bulk.ts';

const edit = (record: string) => ({ kind: 'edit', record, fields: {} }) as const;

describe('runBulk', () => {
  test('goes on after a refusal and says which record was refused', async () => {
    const refused = problem('OUT-VAL-001', { field: 'Team' });
    const seen: BulkProgress[] = [];
    const outcomes = await runBulk(
      ['a', 'b', 'c'],
      edit,
      async (command) =>
        command.kind === 'edit' && command.record === 'b' ? err([refused]) : ok({ entries: [] }),
      { signal: new AbortController().signal, onProgress: (progress) => seen.push(progress) },
    );
    expect(outcomes.map(({ record, problems }) => [record, problems.length])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
    expect(seen.at(-1)).toEqual({ done: 3, total: 3, failed: 1 });
  });

  test('stops between records when cancelled and tells what was done', async () => {
    const controller = new AbortController();
    const outcomes = await runBulk(['a', 'b', 'c'], edit, async () => ok({ entries: [] }), {
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done === 2) controller.abort();
      },
    });
    expect(outcomes.map((outcome) => outcome.record)).toEqual(['a', 'b']);
  });
});
