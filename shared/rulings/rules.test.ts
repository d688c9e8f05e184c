import { beforeEach, expect, test } from 'vitest';
import { buildCatalogue } from '../definition/catalogue.ts';
import type { TimedRule } from '../definition/timed-rule.ts';
import { catalogue } from '../processes/catalogue.ts';
import type { Entry, EntryBody } from '../changelog/entry.ts';
import { refOf } from '../changelog/fold.ts';
import { asideOf } from '#test/support/judged.ts';
import { day, hour, Laptop, newPerson, ruledUnit } from '#test/support/ruled-unit.ts';

const close = catalogue.type('incident')?.rules?.find(({ name }) => name === 'incident-close-unobjected');

let first: Laptop;
let analyst: string;
let user: string;
let incident: string;

beforeEach(async () => {
  const unit = await ruledUnit();
  ({ first } = unit);
  analyst = await newPerson(first, unit.admin, 'Clark', 'analyst');
  user = await newPerson(first, unit.admin, 'Davis', 'requester');
  first.signIn(analyst);
  first.signIn(user);
  incident = await first.put(analyst, 'incident', {
    title: 'No link',
    requester: user,
    contactType: 'phone',
  });
});

async function codeOf(entry: Entry | undefined): Promise<string | undefined> {
  const aside = await asideOf(catalogue, first.log);
  return entry && aside.get(refOf(entry))?.code;
}

/** What a changed program writes in the name of the rule. */
function forged(body: EntryBody, key: string): Entry | undefined {
  const last = first.states.get(incident)?.last.stamp.counter ?? 0;
  return first.write({
    stamp: { wall: first.now, counter: last + 1 },
    actor: user,
    type: 'incident',
    record: incident,
    body,
    key,
    origin: { by: 'Rule', source: 'x' },
  })[0];
}

const act = (action: string, fields: Extract<EntryBody, { kind: 'act' }>['fields'] = {}): EntryBody => ({
  kind: 'act',
  action,
  to: 'closed',
  base: `${first.id}:1`,
  fields,
});

test('TIM-120 what a rule did stands, whoever was at the desk', async () => {
  if (!close) throw new Error('The rule is not declared.');
  await first.as(analyst, {
    kind: 'act',
    record: incident,
    action: 'resolve',
    inputs: { closureCode: seedOf('closure-code'), resolution: 'Done', category: seedOf('category') },
  });
  first.now += 8 * day;
  const fired = await first.fire(first.actor(user), close, incident);
  expect(fired).toMatchObject({ ok: true, value: { record: { state: 'closed' } } });
  expect(await asideOf(catalogue, first.log)).toEqual(new Map());
});

test('TIM-121 a rule’s name covers its own deed only', async () => {
  first.now += hour;
  expect(await codeOf(forged(act('assign'), 'rule/incident-close-unobjected/x'))).toBe('OUT-RUL-002');
  expect(await codeOf(forged(act('close'), 'rule/unknown/x'))).toBe('OUT-RUL-002');
  const more = act('close', { team: { value: 'x', base: [] } });
  expect(await codeOf(forged(more, 'rule/incident-close-unobjected/y'))).toBe('OUT-RUL-002');
  const set: EntryBody = { kind: 'set', fields: { title: { value: 'x', base: [] } } };
  expect(await codeOf(forged(set, 'rule/incident-close-unobjected/z'))).toBe('OUT-RUL-002');
});

test('TIM-122 a record that a rule makes stands, on each device that made it, and nobody else’s under its id', async () => {
  const propose: TimedRule = {
    name: 'incident-propose',
    label: 'Propose an improvement',
    where: [{ column: 'state', in: ['new'] }],
    occasion: ({ record }) => ({ at: record.createdAt, because: 'It came.' }),
    deed: { kind: 'create', type: 'improvement', fields: () => ({ name: 'A second link' }) },
  };
  const declared = buildCatalogue(
    catalogue.processes.map((process) => ({
      ...process,
      recordTypes: process.recordTypes.map((type) =>
        type.name === 'incident' ? { ...type, rules: [propose] } : type,
      ),
    })),
  );
  const second = new Laptop('B');
  second.now = first.now + hour;
  second.receive(first);
  second.signIn(user);
  const here = await first.fire(first.actor(user), propose, incident);
  await second.fire(second.actor(user), propose, incident);
  const made = here.ok ? here.value?.record.id : undefined;
  const forged = second.forge(
    user,
    { id: made ?? '', type: 'improvement' },
    { kind: 'create', number: 'IMP-1', version: 0, fields: { name: 'Mine' } },
  );
  first.receive(second);
  const aside = await asideOf(declared, first.log);
  expect([...aside.keys()]).toEqual([refOf(forged)]);
  expect(first.view(made ?? '').fields['name']).toBe('A second link');
});

function seedOf(type: string): string {
  const found = [...first.states.values()].find((state) => state.type === type);
  if (!found) throw new Error(`No ${type}.`);
  return found.id;
}
