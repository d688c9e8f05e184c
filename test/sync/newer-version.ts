import { chainEntries, type Draft } from '#shared/changelog/chain.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { buildCatalogue } from '#shared/definition/catalogue.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { readEnd } from '#renderer/data/log.ts';
import { receiveEntries } from '#renderer/data/receive.ts';
import { sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import type { Laptop } from './laptop.ts';
import type { World } from './world.ts';

/** What the version to come declares: a field more, and a type of record more. */
const newer = buildCatalogue([
  {
    ...sampleProcess,
    recordTypes: [
      { ...ticket, fields: { ...ticket.fields, mood: { kind: 'text', label: 'Mood' } } },
      { ...ticket, name: 'vessel', label: 'Vessel', plural: 'Vessels', prefix: 'VES' },
    ],
  },
]);

/** Writes, under the laptop's own name, a record of an unknown type, an unknown field and an unknown kind of entry. */
export async function writeAsNewer(
  world: World,
  laptop: Laptop,
  record: number,
  value: number,
): Promise<void> {
  if (world.shape.declaration !== 'sample') return;
  const { database, parts } = laptop;
  const { identity, head } = await readEnd(database);
  const before = await laptop.entries();
  const ids = (await database.records.toArray()).filter(({ state }) => state.type === 'ticket');
  const known = ids[record % Math.max(1, ids.length)]?.id;
  const vessel = newRecordId(laptop.clock.now());
  const said = `Newer ${value}`;
  const draft = (about: string, type: string, body: unknown): Draft =>
    ({
      stamp: {
        wall: laptop.clock.now(),
        counter:
          1 + Math.max(0, ...before.filter((one) => one.record === about).map(({ stamp }) => stamp.counter)),
      },
      actor: parts.actor.id,
      type,
      record: about,
      body,
    }) as Draft;
  const drafts = [
    draft(vessel, 'vessel', { kind: 'create', number: `VES-${value}`, version: 0, fields: { title: said } }),
    ...(known === undefined
      ? []
      : [
          draft(known, 'ticket', { kind: 'set', fields: { mood: { value: said, base: [] } } }),
          draft(known, 'ticket', { kind: 'weave', threads: [value, { deep: true }] }),
        ]),
  ];
  const { entries } = chainEntries(identity.replica, head, drafts);
  laptop.announce(await receiveEntries(database, parts.catalogue, entries));
  world.ledger.save(entries, parts.name, [...before, ...entries]);
  world.vessels.set(vessel, said);
  if (known !== undefined) world.moods.set(known, [...(world.moods.get(known) ?? []), said]);
}

/** What the version to come wrote is there for it on every laptop. @returns what is not. */
export async function checkUpgrade({ vessels, moods }: World, laptop: Laptop): Promise<readonly string[]> {
  const rows = new Map((await laptop.database.records.toArray()).map(({ id, state }) => [id, state]));
  const fieldOf = (id: string, field: string) => {
    const state = rows.get(id);
    const type = state && newer.type(state.type);
    return state && type && projectRecord(state, shapeOf(type))?.fields[field];
  };
  return [
    ...[...vessels].filter(([id, title]) => fieldOf(id, 'title') !== title).map(([id]) => `the vessel ${id}`),
    ...[...moods]
      .filter(([id, said]) => !said.some((one) => one === fieldOf(id, 'mood')))
      .map(([id]) => `the mood of ${id}`),
  ].map((what) => `${what} is not there after the upgrade`);
}
