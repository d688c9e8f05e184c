import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '#shared/definition/catalogue.ts';
import type { TimedRule } from '#shared/definition/timed-rule.ts';
import { openWindow } from '#test/support/open-window.ts';
import { sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import { allEntries, auditDatabase, freshName } from '#test/support/workspace.ts';

const hour = 3_600_000;
const remind: TimedRule = {
  name: 'ticket-remind',
  label: 'Remind of a ticket',
  where: [{ column: 'seenAt', below: { symbol: 'now', offset: 0 } }],
  occasion: ({ record: { fields } }) =>
    typeof fields['seenAt'] === 'number' ? { at: fields['seenAt'], because: 'It is time.' } : undefined,
  deed: { kind: 'note', audience: 'internal' },
};
const finish: TimedRule = {
  name: 'ticket-finish',
  label: 'Finish a ticket',
  where: [
    { column: 'state', in: ['new'] },
    { column: 'createdAt', below: { symbol: 'now', offset: -24 * hour } },
  ],
  occasion: ({ record }) => ({ at: record.createdAt + 24 * hour, because: 'A day has passed.' }),
  deed: { kind: 'act', action: 'finish', inputs: () => ({ outcome: 'Old' }) },
};
const catalogue = buildCatalogue([
  { ...sampleProcess, recordTypes: [{ ...ticket, rules: [remind, finish] }] },
]);

describe('the runner of timed rules', () => {
  test('TIM-130 a round does what is due, once, and tells it in the timeline', async () => {
    const window = await openWindow({ catalogue });
    const due = await window.create({ title: 'x', seenAt: window.clock.at + hour });
    const later = await window.create({ title: 'y', seenAt: window.clock.at + 3 * hour });
    expect(await window.data.rules.round()).toEqual({ done: 0, refused: [] });
    window.clock.at += 2 * hour;
    expect(await window.data.rules.round()).toEqual({ done: 1, refused: [] });
    expect(await window.data.rules.round()).toEqual({ done: 0, refused: [] });
    expect((await window.view(due)).noteCount).toBe(1);
    expect((await window.view(later)).noteCount).toBe(0);
    expect((await window.data.timeline(due)).at(-1)).toMatchObject({
      kind: 'note',
      text: 'It is time.',
      actor: 'Rule: Remind of a ticket',
      because: 'It is time.',
    });
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('TIM-131 what is refused is told, and the rest goes on', async () => {
    const window = await openWindow({ catalogue });
    const urgent = await window.create({ title: 'x', urgent: true });
    const other = await window.create({ title: 'y' });
    window.clock.at += 25 * hour;
    expect(await window.data.rules.round()).toMatchObject({
      done: 1,
      refused: [{ rule: 'ticket-finish', record: urgent, problem: { code: 'OUT-LIF-003' } }],
    });
    expect((await window.view(other)).state).toBe('done');
  });

  test('TIM-132 nothing is done while nobody is at the desk', async () => {
    const window = await openWindow({ catalogue });
    await window.create({ title: 'x' });
    window.clock.at += 25 * hour;
    window.data.setActor(undefined);
    expect(await window.data.rules.round()).toEqual({ done: 0, refused: [] });
    expect(await allEntries(window.database)).toHaveLength(1);
  });

  test('TIM-133 a round looks at so many records, and the next goes on behind them', async () => {
    const window = await openWindow({ catalogue });
    for (let index = 0; index < 230; index += 1) {
      await window.create({ title: `t${index}`, seenAt: window.clock.at + 1 });
    }
    window.clock.at += hour;
    expect((await window.data.rules.round()).done).toBe(200);
    expect((await window.data.rules.round()).done).toBe(30);
  });

  test('TIM-134 two windows do it once', async () => {
    const name = freshName();
    const [a, b] = [
      await openWindow({ name, catalogue }),
      await openWindow({ name, catalogue, isSaver: false }),
    ];
    const id = await a.create({ title: 'x' });
    await b.view(id);
    for (const window of [a, b]) window.clock.at += 25 * hour;
    const rounds = await Promise.all([a.data.rules.round(), b.data.rules.round()]);
    expect(rounds.map(({ done }) => done).reduce((sum, done) => sum + done)).toBe(1);
    expect((await b.view(id)).life).toHaveLength(1);
    expect(await auditDatabase(a.database)).toEqual([]);
  });
});
