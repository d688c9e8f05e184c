import { beforeEach, describe, expect, test } from 'vitest';
import { buildCatalogue } from '../definition/catalogue.ts';
import { checkCatalogue } from '../definition/check.ts';
import type { TimedRule } from '../definition/timed-rule.ts';
import { textOf } from '../definition/record.ts';
import { analyst, manager, sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import { Replica } from '#test/support/replica.ts';
import { lastEntered } from './life.ts';

const day = 86_400_000;

const finish: TimedRule = {
  name: 'ticket-finish-old',
  label: 'Finish an old ticket',
  where: [{ column: 'state', in: ['new', 'working'] }],
  occasion: ({ record }) => ({
    at: (lastEntered(record, 'working') ?? record.createdAt) + 7 * day,
    because: 'Nobody did anything for 7 days.',
  }),
  deed: { kind: 'act', action: 'finish', inputs: () => ({ outcome: 'Old' }) },
};
const remind: TimedRule = {
  name: 'ticket-remind',
  label: 'Remind of a ticket',
  where: [{ column: 'seenAt', below: { symbol: 'now', offset: 0 } }],
  occasion: ({ record: { fields } }) =>
    typeof fields['seenAt'] === 'number' ? { at: fields['seenAt'], because: 'It is time.' } : undefined,
  deed: { kind: 'note', audience: 'internal' },
};
/** Three open tickets about one service are a case of its own. */
const gather: TimedRule = {
  name: 'ticket-gather',
  label: 'Gather what recurs',
  where: [{ column: 'service', empty: false }],
  touches: { others: { type: 'ticket', by: 'service', through: 'service' } },
  occasion: ({ record, related }) => {
    const others = related('others');
    return others.length >= 3
      ? { at: 0, because: `It came ${others.length} times.`, of: textOf(record, 'service') }
      : undefined;
  },
  deed: {
    kind: 'create',
    type: 'ticket',
    fields: ({ related }) => ({ title: 'Recurring', related: related('others').map(({ id }) => id) }),
  },
};
const convert: TimedRule = {
  ...finish,
  name: 'ticket-convert-old',
  deed: { kind: 'act', action: 'convert' },
};

const catalogue = buildCatalogue([
  { ...sampleProcess, recordTypes: [{ ...ticket, rules: [finish, remind, gather, convert] }] },
]);

let here: Replica;
let there: Replica;
let id: string;

beforeEach(async () => {
  here = new Replica(catalogue, 'A');
  there = new Replica(catalogue, 'B');
  id = await here.create(analyst, 'ticket', { title: 'x' });
  there.receive(here);
});

/** Both devices do it apart, then hear of each other. */
async function apart(rule: TimedRule, record = id): Promise<void> {
  await here.fire(analyst, rule, record);
  there.now += 1000;
  await there.fire(manager, rule, record);
  here.receive(there);
  there.receive(here);
  expect(here.view(record)).toEqual(there.view(record));
}

describe('timed rules', () => {
  test('TIM-101 a rule does its deed when the time has come, and says why', async () => {
    here.now += 7 * day - 1;
    expect(await here.fire(analyst, finish, id)).toEqual({ ok: true, value: undefined });
    here.now += 1;
    const fired = await here.fire(analyst, finish, id);
    expect(fired).toMatchObject({ ok: true, value: { entries: [{ actor: 'analyst' }] } });
    expect(here.view(id)).toMatchObject({ state: 'done', fields: { outcome: 'Old' } });
    expect(here.log.at(-1)?.origin).toEqual({
      by: 'Rule: Finish an old ticket',
      source: 'Nobody did anything for 7 days.',
    });
  });

  test('TIM-102 nobody’s right is asked', async () => {
    here.now += 8 * day;
    const fired = await here.fire({ id: 'visitor', roles: ['requester'], teams: [] }, finish, id);
    expect(fired.ok && fired.value?.record.state).toBe('done');
  });

  test('TIM-103 what the declaration refuses is not done, and says why not', async () => {
    await here.must(analyst, { kind: 'edit', record: id, fields: { urgent: true } });
    here.now += 8 * day;
    expect(await here.fire(analyst, finish, id)).toMatchObject({
      ok: false,
      error: [{ code: 'OUT-LIF-003' }],
    });
    expect(here.view(id).state).toBe('new');
  });

  test('TIM-104 it is done once on a device, and anew for another occasion', async () => {
    here.now += 8 * day;
    await here.fire(analyst, finish, id);
    await here.must(manager, { kind: 'act', record: id, action: 'reopen', inputs: {} });
    expect(await here.fire(analyst, finish, id)).toEqual({ ok: true, value: undefined });
    here.now += 8 * day;
    await here.fire(analyst, finish, id);
    expect(here.view(id).life.map(({ action }) => action)).toEqual(['finish', 'reopen', 'finish']);
  });

  test('TIM-105 two devices that do it apart have done it once: an act with all that follows', async () => {
    const child = await here.create(analyst, 'ticket', { title: 'child', parent: id });
    there.receive(here);
    here.now += 8 * day;
    there.now += 8 * day;
    await apart(finish);
    expect(here.view(id)).toMatchObject({ state: 'done', conflicts: [], overtaken: [] });
    expect(here.view(id).life).toHaveLength(1);
    expect(here.view(child)).toMatchObject({ state: 'done', noteCount: 1, overtaken: [] });
    expect(here.view(child).life).toHaveLength(1);
    expect(there.view(child)).toEqual(here.view(child));
  });

  test('TIM-105 a note is one note', async () => {
    await here.must(analyst, { kind: 'edit', record: id, fields: { seenAt: here.now + day } });
    there.receive(here);
    here.now += 2 * day;
    there.now += 2 * day;
    await apart(remind);
    expect(here.view(id).noteCount).toBe(1);
  });

  test('TIM-105 a record that follows from an act is one record', async () => {
    here.now += 8 * day;
    there.now += 8 * day;
    await apart(convert);
    const made = [...here.states.values()].filter((state) => state.id !== id);
    expect(made.map((state) => here.view(state.id).fields['title'])).toEqual([
      `From ${here.view(id).number}`,
    ]);
    expect(here.view(id)).toMatchObject({ state: 'dropped', fields: { becameTicket: made[0]?.id } });
  });

  test('TIM-106 several records may share one occasion', async () => {
    const service = await here.create(analyst, 'ticket', { title: 'mail' });
    const about: string[] = [];
    for (const title of ['a', 'b']) about.push(await here.create(analyst, 'ticket', { title, service }));
    expect(await here.fire(analyst, gather, about[0] ?? '')).toEqual({ ok: true, value: undefined });
    about.push(await here.create(analyst, 'ticket', { title: 'c', service }));
    there.receive(here);
    for (const one of about) await here.fire(analyst, gather, one);
    await there.fire(analyst, gather, about[2] ?? '');
    here.receive(there);
    there.receive(here);
    const made = [...here.states.values()].filter(
      ({ id: one }) => here.view(one).fields['title'] === 'Recurring',
    );
    expect(made).toHaveLength(1);
    expect(here.view(made[0]?.id ?? '').fields['related']).toEqual(about);
    expect(there.view(made[0]?.id ?? '')).toEqual(here.view(made[0]?.id ?? ''));
  });

  test('TIM-107 a record that is not looked at any more is left alone', async () => {
    here.now += 8 * day;
    await here.must(analyst, { kind: 'act', record: id, action: 'finish', inputs: { outcome: 'By hand' } });
    expect(await here.fire(analyst, finish, id)).toEqual({ ok: true, value: undefined });
  });
});

describe('declarations of rules', () => {
  const faultsOf = (rule: TimedRule) =>
    checkCatalogue(buildCatalogue([{ ...sampleProcess, recordTypes: [{ ...ticket, rules: [rule] }] }])).map(
      ({ message }) => message,
    );
  const broken: readonly (readonly [string, Partial<TimedRule>, RegExp])[] = [
    ['an unknown column', { where: [{ column: 'colour', in: ['red'] }] }, /“colour”, which is not a column/],
    ['no condition', { where: [] }, /it looks at every record/],
    ['a person', { where: [{ column: 'parent', in: [{ symbol: 'me' }] }] }, /depends on who is at the desk/],
    ['an unknown action', { deed: { kind: 'act', action: 'fly' } }, /“fly”, which is no action/],
    ['a type it may not make', { deed: { kind: 'create', type: 'person', fields: () => ({}) } }, /“person”/],
    [
      'a touch that leads nowhere',
      { touches: { x: { field: 'title' } } },
      /“title”, which is not a reference/,
    ],
    ['a name that is no name', { name: 'No name' }, /not in kebab-case/],
  ];
  test.each(broken)('TIM-110 %s is refused', (_, part, says) => {
    expect(faultsOf({ ...finish, ...part }).join(' ')).toMatch(says);
  });

  test('TIM-110 two rules of one name are refused', () => {
    const twice = { ...ticket, rules: [finish, finish] };
    const [fault] = checkCatalogue(buildCatalogue([{ ...sampleProcess, recordTypes: [twice] }]));
    expect(fault).toMatchObject({ code: 'OUT-DEF-004' });
  });
});
