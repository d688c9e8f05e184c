import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { landing } from '#shared/engine/lifecycle.ts';
import { World, type Filling } from './world.ts';

/** How a state was really reached: a way of making the record, and actions. */
interface Way {
  readonly filling: Filling;
  readonly actions: readonly string[];
}

let world: World;
const waysTo = new Map<string, ReadonlyMap<string, readonly Way[]>>();
/** Why an action was not possible, by type, action and state. */
const refusals = new Map<string, string>();

beforeAll(async () => {
  world = await World.open();
  for (const type of catalogue.types) waysTo.set(type.name, await explore(type));
});

/** Does every action from each state that was reached, for both ways of making a record. */
async function explore(type: RecordType): Promise<ReadonlyMap<string, readonly Way[]>> {
  const ways = new Map<string, Way[]>();
  for (const filling of ['least', 'full'] as const) {
    const reached = new Map<string, Way>([[type.lifecycle.initial, { filling, actions: [] }]]);
    /** Other ways to the states, for actions that ask how the record came there. */
    const others = new Map<string, Way[]>();
    for (const [state, way] of reached) {
      for (const { action, from } of type.lifecycle.transitions) {
        if (!from.includes(state)) continue;
        const now = await step(type, way, action, state);
        if (now === undefined) continue;
        const next = { filling, actions: [...way.actions, action] };
        if (!reached.has(now)) reached.set(now, next);
        else if (now !== state) others.set(now, [...(others.get(now) ?? []), next]);
      }
    }
    for (const { action, from } of type.lifecycle.transitions) {
      for (const state of from.filter((one) => isRefused(type, action, one))) {
        for (const way of others.get(state) ?? []) {
          await step(type, way, action, state);
          if (!isRefused(type, action, state)) break;
        }
      }
    }
    for (const [state, way] of reached) ways.set(state, [...(ways.get(state) ?? []), way]);
  }
  return ways;
}

/** Does an action on a new record that went that way, and says in which state it is then. */
async function step(type: RecordType, way: Way, action: string, state: string): Promise<string | undefined> {
  const id = await follow(type, way);
  if (id === undefined) return undefined;
  const told = (await world.act(id, action)).map(({ message }) => message).join(' ');
  const key = `${type.name} ${action} ${state}`;
  if (told) refusals.set(key, told);
  else refusals.delete(key);
  // An action that keeps the state may have effects that do not.
  return world.view(id).state;
}

function isRefused(type: RecordType, action: string, state: string): boolean {
  return refusals.has(`${type.name} ${action} ${state}`);
}

/** A new record that went that way. */
async function follow(type: RecordType, way: Way): Promise<string | undefined> {
  const id = await world.make(type, way.filling);
  for (const action of way.actions) {
    if ((await world.act(id, action)).length > 0) return undefined;
  }
  return id;
}

async function oneIn(type: RecordType, state: string): Promise<string> {
  const [way] = waysTo.get(type.name)?.get(state) ?? [];
  const id = way && (await follow(type, way));
  if (id === undefined) throw new Error(`No ${type.name} in state ${state}.`);
  return id;
}

describe.each(catalogue.types.map((type) => [type.name, type] as const))('lifecycle of %s', (name, type) => {
  const { states, transitions } = type.lifecycle;
  const moves = transitions.flatMap((transition) =>
    transition.from.map((from) => [`${transition.action} from ${from}`, transition, from] as const),
  );

  test('LIF-1 every state is reached by acts that the engine allowed', () => {
    expect([...(waysTo.get(name)?.keys() ?? [])].sort()).toEqual(Object.keys(states).sort());
  });

  test.each(moves)(
    'LIF-2 %s was done, by a person or by an effect, and led where the table says',
    (_move, { action }, from) => {
      const transition = transitions.find((other) => other.action === action && other.from.includes(from));
      const records = [...world.desk.states.values()].filter((state) => state.type === name);
      const steps = records.flatMap(({ id }) =>
        world.view(id).life.filter((step) => step.action === action && step.from === from),
      );
      expect(steps.length, refusals.get(`${name} ${action} ${from}`)).toBeGreaterThan(0);
      for (const { to } of steps) expect(transition && to).toBe(transition && landing(transition, from));
    },
  );

  test.each(moves)('LIF-3 %s is refused to somebody without the right', async (_move, transition, from) => {
    const id = await oneIn(type, from);
    const mayAct =
      transition.permit.allows(world.stranger, world.view(id)) &&
      type.see.allows(world.stranger, world.view(id));
    const inputs = await world.inputs(id, transition.action);
    const codes = await world.desk.refusal(world.stranger, {
      kind: 'act',
      record: id,
      action: transition.action,
      inputs,
    });
    if (mayAct) expect(codes).not.toContain('OUT-PER-001');
    else expect(codes[0]).toMatch(/^OUT-(PER-001|VAL-022)$/);
    if (!mayAct) expect(world.view(id).state).toBe(from);
  });

  test('LIF-4 no action is possible from a state that the table does not name for it', async () => {
    for (const state of Object.keys(states)) {
      const id = await oneIn(type, state);
      const here = transitions.filter(({ from }) => from.includes(state)).map(({ action }) => action);
      for (const action of new Set(transitions.map((transition) => transition.action))) {
        if (here.includes(action)) continue;
        const codes = await world.desk.refusal(world.worker, { kind: 'act', record: id, action, inputs: {} });
        expect([state, action, codes]).toEqual([state, action, ['OUT-LIF-002']]);
      }
    }
  });

  test('LIF-5 no action is done while a field that it needs is empty, and the refusal names the field', async () => {
    for (const [move, transition, from] of moves) {
      for (const missing of transition.needs ?? []) {
        const id = await oneIn(type, from);
        world.desk.states.set(id, without(world.desk.states.get(id) as FoldState, missing));
        const inputs = omit(await world.inputs(id, transition.action), missing);
        const command = { kind: 'act', record: id, action: transition.action, inputs } as const;
        const result = await world.desk.do(world.worker, command);
        const fields = result.ok
          ? []
          : result.error.filter(({ code }) => code === 'OUT-VAL-001').map(({ what }) => what?.field);
        expect([move, fields]).toEqual([move, expect.arrayContaining([missing])]);
      }
    }
  });

  test('LIF-6 a final state takes no changes of fields, only the way back and notes', async () => {
    for (const [state, { final }] of Object.entries(states)) {
      if (!final) continue;
      const id = await oneIn(type, state);
      const fields = { [type.views.title]: 'Changed afterwards' };
      expect(await world.desk.refusal(world.worker, { kind: 'edit', record: id, fields })).toEqual([
        'OUT-LIF-006',
      ]);
    }
  });
});

/** The state as if nobody had ever filled the field. */
function without(state: FoldState, field: string): FoldState {
  const { create } = state;
  return {
    ...state,
    registers: omit(state.registers, field),
    sets: omit(state.sets, field),
    ...(create ? { create: { ...create, fields: omit(create.fields, field) } } : {}),
  };
}

function omit<Value>(values: Readonly<Record<string, Value>>, name: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));
}
