import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import type { Command } from '#shared/engine/commands.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { Desk } from './laptop.ts';
import type { World } from './world.ts';

/** What an incident cannot do without; the closure code stands for all configuration. */
export async function prepareUnit(world: World, laptop: Desk): Promise<void> {
  if (world.shape.declaration === 'incident') {
    await give(world, laptop, {
      kind: 'create',
      type: 'closure-code',
      fields: { name: 'Solved', outcome: 'solved' },
    });
  }
  await create(world, laptop, 0);
}

export async function create(world: World, laptop: Desk, value: number): Promise<void> {
  const sample = { title: `Made ${value % 1000}`, effort: value % 500, tags: [tagOf(value)] };
  const incident = { title: `Made ${value % 1000}`, contactType: 'event', impact: '2', urgency: '2' };
  await give(world, laptop, {
    kind: 'create',
    type: world.shape.declaration === 'sample' ? 'ticket' : 'incident',
    fields: world.shape.declaration === 'sample' ? sample : incident,
  });
}

export async function edit(world: World, laptop: Desk, record: number, value: number): Promise<void> {
  const choices: readonly FieldValues[] = [
    { title: `Said ${value % 50}` },
    { impact: String(1 + (value % 3)) },
    { title: `Said ${value % 50}`, urgency: String(1 + (value % 3)) },
    world.shape.declaration === 'sample' ? { effort: value % 400, cost: value % 7 } : { urgency: '1' },
  ];
  await about(world, laptop, record, ({ id }) => ({
    kind: 'edit',
    record: id,
    fields: choices[(value >>> 8) % choices.length] ?? {},
  }));
}

export async function tag(world: World, laptop: Desk, record: number, value: number): Promise<void> {
  await about(world, laptop, record, ({ id, fields }) => {
    const now = Array.isArray(fields['tags']) ? (fields['tags'] as readonly string[]) : [];
    const one = tagOf(value);
    const tags = now.includes(one) ? now.filter((member) => member !== one) : [...now, one];
    return { kind: 'edit', record: id, fields: { tags } };
  });
}

export async function note(world: World, laptop: Desk, record: number, value: number): Promise<void> {
  const audience = value % 2 === 0 ? 'internal' : 'requester';
  await about(world, laptop, record, ({ id }) => ({
    kind: 'note',
    record: id,
    text: `Note ${value}`,
    audience,
    minutes: value % 60,
  }));
}

/** Any of the actions that the lifecycle offers where the record stands here. */
export async function act(world: World, laptop: Desk, record: number, value: number): Promise<void> {
  const views = await laptop.views();
  await about(world, laptop, record, (view) => {
    const { lifecycle } = world.catalogue.type(view.type) ?? { lifecycle: undefined };
    const offered = lifecycle?.transitions.filter(({ from }) => from.includes(view.state)) ?? [];
    const transition = offered[value % Math.max(1, offered.length)];
    if (!transition) return undefined;
    const inputs = inputsOf(world, view, transition, views, value >>> 8);
    return { kind: 'act', record: view.id, action: transition.action, inputs };
  });
}

export async function undo(world: World, laptop: Desk, value: number): Promise<void> {
  const entries = laptop.done[value % Math.max(1, laptop.done.length)];
  if (entries) await give(world, laptop, { kind: 'undo', entries });
}

/** A command; what it wrote is saved from then on. */
async function give(world: World, laptop: Desk, command: Command): Promise<void> {
  const written = await laptop.execute(command);
  if (!written) return;
  const here = await laptop.entries();
  const names = new Set(written.map(({ ref }) => ref));
  for (const { record } of written) if (!world.records.includes(record)) world.records.push(record);
  world.ledger.save(
    here.filter((entry) => names.has(refOf(entry))),
    laptop.parts.name,
    here,
  );
}

/** A command about the record that is meant, where the laptop has any. */
export async function about(
  world: World,
  laptop: Desk,
  record: number,
  commandOf: (view: RecordView) => Command | undefined,
): Promise<void> {
  const here = new Map((await laptop.views()).map((view) => [view.id, view]));
  const known = world.records.filter((id) => here.has(id));
  const view = here.get(known[record % Math.max(1, known.length)] ?? '');
  const command = view && commandOf(view);
  if (command) await give(world, laptop, command);
}

function inputsOf(
  world: World,
  view: RecordView,
  { needs = [] }: Transition,
  all: readonly RecordView[],
  value: number,
): FieldValues {
  const type = world.catalogue.type(view.type);
  return Object.fromEntries(
    needs.flatMap((name): [string, FieldValue][] => {
      const field = type?.fields[name];
      if (field?.kind === 'choice')
        return [[name, field.choices[value % field.choices.length]?.value ?? null]];
      if (field?.kind === 'reference') {
        const target = all.find((one) => field.to.includes(one.type) && one.id !== view.id);
        return target ? [[name, target.id]] : [];
      }
      return [[name, `Input ${value % 10}`]];
    }),
  );
}

function tagOf(value: number): string {
  return `tag-${value % 3}`;
}
