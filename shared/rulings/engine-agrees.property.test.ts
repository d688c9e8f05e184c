import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import type { Entry, EntryBody } from '../changelog/entry.ts';
import type { Command } from '../engine/commands.ts';
import { allRoles, type Role } from '../definition/roles.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';
import { Court } from '#test/support/judged.ts';
import { hour, Laptop, minute, newPerson, ruledUnit } from '#test/support/ruled-unit.ts';

const types = catalogue.types.map(({ name }) => name);
const roles = allRoles.filter((role) => role !== 'executiveSponsor');

/** What is tried: numbers choose among what is there. */
const tried = fc.record({
  who: fc.nat(9),
  what: fc.constantFrom('create', 'edit', 'act', 'act', 'act', 'note', 'attach'),
  type: fc.constantFrom(...types),
  which: fc.nat(50),
  how: fc.nat(50),
  value: fc.nat(50),
});

interface Scene {
  readonly desk: Laptop;
  readonly people: readonly string[];
}

async function scene(): Promise<Scene> {
  const { first, admin } = await ruledUnit();
  const people = [admin];
  const kinds: readonly (readonly Role[])[] = [
    ['administrator', 'analyst'],
    ['analyst'],
    ['requester'],
    ['approver', 'processOwner'],
    ['securityAnalyst', 'serviceOwner'],
    [],
    ['majorIncidentManager'],
  ];
  for (const [index, some] of kinds.entries())
    people.push(await newPerson(first, admin, `P${index}`, ...some));
  const desk = new Laptop('B');
  desk.now = first.now + hour;
  desk.receive(first);
  for (const person of people) desk.signIn(person);
  for (const [index, of] of [...people, ...people].entries()) {
    const requester = people[(index + 1) % people.length] ?? of;
    const about = { title: `T${index}`, requester, contactType: 'phone' };
    await desk.tried(of, { kind: 'create', type: index % 2 ? 'incident' : 'request', fields: about });
  }
  return { desk, people };
}

type Tried = typeof tried extends fc.Arbitrary<infer Value> ? Value : never;

function commandOf({ desk, people }: Scene, { what, type, which, how, value }: Tried): Command | undefined {
  const named = people[value % people.length] ?? '';
  const fields = someFields(type, named, value);
  if (what === 'create') return { kind: 'create', type, fields };
  const records = [...desk.states.values()].filter((state) => state.type === type && state.create);
  const record = records[which % Math.max(1, records.length)]?.id;
  if (record === undefined) return undefined;
  const view = desk.view(record);
  switch (what) {
    case 'edit': {
      const names = Object.keys(fields);
      const name = names[how % names.length] ?? 'name';
      return { kind: 'edit', record, fields: { [name]: fields[name] ?? null } };
    }
    case 'note':
      return { kind: 'note', record, text: 'x', audience: 'internal' };
    case 'attach':
      return {
        kind: 'attach',
        record,
        name: 'a',
        size: 1,
        type: '',
        hash: 'ab'.repeat(32),
        audience: 'internal',
      };
    default: {
      const transitions = catalogue
        .type(type)
        ?.lifecycle.transitions.filter(({ from }) => from.includes(view.state));
      const one = transitions?.[how % Math.max(1, transitions.length)];
      const inputs = (one?.needs ?? []).map((name) => [name, inputFor(type, name, named)] as const);
      return one && { kind: 'act', record, action: one.action, inputs: Object.fromEntries(inputs) };
    }
  }
}

function someFields(type: string, person: string, value: number): FieldValues {
  const role = roles[value % roles.length] ?? 'analyst';
  switch (type) {
    case 'person':
      return { name: `N${value}`, phone: `${value}`, roles: [role], vip: true };
    case 'assignment':
      return { name: 'x', role: 'processOwner', scope: 'process', process: value % 2 ? 'IM' : 'RF', person };
    case 'account':
      return { name: 'x', person, credential: 'x' };
    case 'incident':
    case 'request':
      return {
        title: `T${value}`,
        requester: person,
        contactType: 'phone',
        approver: person,
        assignee: person,
      };
    default:
      return { name: `N${value}`, title: `T${value}`, owner: person, description: 'x' };
  }
}

function inputFor(type: string, name: string, person: string): FieldValue {
  const field = catalogue.type(type)?.fields[name];
  if (field?.kind === 'choice') return field.choices[0]?.value ?? null;
  if (field?.kind === 'reference') return field.to.includes('person') ? person : null;
  if (field?.kind === 'instant') return Date.UTC(2027, 0, 1);
  return field?.kind === 'number' || field?.kind === 'integer' ? 1 : 'x';
}

/** What a changed program writes for the command, without asking the engine. */
function rawEntry({ desk }: Scene, person: string, command: Command): Entry | undefined {
  const body = rawBody(desk, command);
  const id =
    'record' in command
      ? command.record
      : `01k9zzzzzzzzzzzzzzzzzzz${String(desk.log.length).padStart(3, '0')}`;
  const type = command.kind === 'create' ? command.type : desk.states.get(id)?.type;
  if (!body || type === undefined) return undefined;
  const counter = (desk.states.get(id)?.last.stamp.counter ?? 0) + 1;
  const stamp = { wall: desk.now, counter };
  const seq = desk.log.filter(({ replica }) => replica === desk.id).length + 1;
  return { replica: desk.id, seq, prev: '', stamp, actor: person, type, record: id, body };
}

function rawBody(desk: Laptop, command: Command): EntryBody | undefined {
  const changes = (fields: FieldValues) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, base: [] }]));
  switch (command.kind) {
    case 'create':
      return { kind: 'create', number: 'X-1', version: 0, fields: command.fields };
    case 'edit':
      return { kind: 'set', fields: changes(command.fields) };
    case 'act': {
      const view = desk.view(command.record);
      const base = view.life.at(-1)?.ref ?? desk.states.get(command.record)?.create?.ref;
      const one = catalogue
        .type(view.type)
        ?.lifecycle.transitions.find(
          ({ action, from }) => action === command.action && from.includes(view.state),
        );
      if (!one || !base) return undefined;
      const to = one.to === 'same' ? view.state : one.to;
      return { kind: 'act', action: command.action, to, base, fields: changes(command.inputs) };
    }
    case 'note':
      return { kind: 'note', text: command.text, audience: command.audience };
    case 'attach':
      return { kind: 'attach', name: 'a', size: 1, type: '', hash: command.hash, audience: 'internal' };
    default:
      return undefined;
  }
}

const judgedCodes = ['OUT-PER-001', 'OUT-PER-002', 'OUT-PER-004'];

test('RUL-102 what the engine accepted stands; what it refuses for a missing right is set aside when written raw', async () => {
  const seen = new Map<string, number>();
  const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(fc.array(tried, { minLength: 20, maxLength: 60 }), async (all) => {
      const here = await scene();
      const { desk, people } = here;
      const court = new Court(catalogue);
      for (const entry of desk.log) {
        expect([entry.body.kind, entry.type, await court.take(entry)]).toEqual([
          entry.body.kind,
          entry.type,
          { verdict: 'stands' },
        ]);
      }
      for (const one of all) {
        desk.now += minute;
        const person = people[one.who % people.length] ?? '';
        const command = commandOf(here, one);
        const raw = command && rawEntry(here, person, command);
        if (!command) continue;
        const result = await desk.tried(person, command);
        if (result.ok) {
          count(`${command.kind} accepted`);
          for (const entry of result.value.entries) {
            expect([desk.actor(person), entry, await court.take(entry)]).toEqual([
              desk.actor(person),
              entry,
              { verdict: 'stands' },
            ]);
          }
        } else if (raw && judgedCodes.includes(result.error[0]?.code ?? '')) {
          count(`${command.kind} ${result.error[0]?.code ?? ''}`);
          const { verdict } = await court.try(raw);
          expect([desk.actor(person), result.error, raw, verdict]).toEqual([
            desk.actor(person),
            result.error,
            raw,
            'aside',
          ]);
        }
      }
    }),
    { numRuns: 20 },
  );
  expect(Object.fromEntries(seen)).toMatchObject({
    'create accepted': expect.any(Number),
    'edit accepted': expect.any(Number),
    'act accepted': expect.any(Number),
    'act OUT-PER-001': expect.any(Number),
    'edit OUT-PER-001': expect.any(Number),
    'create OUT-PER-001': expect.any(Number),
    'note OUT-PER-001': expect.any(Number),
  });
}, 240_000);
