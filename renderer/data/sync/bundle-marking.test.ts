import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '#shared/definition/catalogue.ts';
import { withMarkings } from '#shared/definition/marking-field.ts';
import { unit as unitType } from '#shared/processes/foundation/unit.ts';
import { makeWorkspace } from '#server/hub/workspaces.ts';
import { makeCode } from '#server/hub/codes.ts';
import { startTestHub } from '#test/support/hub.ts';
import { openLaptop } from '#test/support/open-laptop.ts';
import { sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import type { SyncedLaptop } from '#test/support/synced-laptop.ts';

const everyone = { name: 'everyone', label: 'x', givenBy: 'y', allows: () => true };
const catalogue = buildCatalogue([
  withMarkings({
    ...sampleProcess,
    recordTypes: [ticket, { ...unitType, process: sampleProcess.code, create: everyone, edit: everyone }],
  }),
]);

async function hubMarked(marking: string) {
  const test = await startTestHub();
  const { storage, clock } = test.hub;
  const made = await makeWorkspace(storage, test.hub, { name: 'Marked', marking }, clock.now());
  const code = async () =>
    (await makeCode(storage.codes, { workspace: made.id, label: 'Test', kind: 'device' }, clock.now())).text;
  return { address: test.address, code, hub: test.hub };
}

const laptop = (): Promise<SyncedLaptop> => openLaptop(undefined, undefined, catalogue);
const setUp = (one: SyncedLaptop, marking: string) =>
  one.window.create(
    { name: 'Unit', shortName: 'U', zone: 'UTC', marking, recordMarking: 'UNCLASSIFIED' },
    'unit',
  );

describe('markings on the way to others', () => {
  test('MRK-130 a unit does not join a workspace that is marked lower, and nothing goes there', async () => {
    const hub = await hubMarked('CUI');
    const one = await laptop();
    await setUp(one, 'SECRET');
    await expect(one.join(hub)).rejects.toMatchObject({
      problem: { code: 'OUT-MRK-003', message: expect.stringMatching(/Marked.*CUI.*SECRET/) },
    });
    expect((await one.status()).hubs).toEqual([]);
    expect(
      await hub.hub.storage.logs.vector((await hub.hub.storage.workspaces.list()).at(-1)?.id ?? ''),
    ).toEqual({});
  });

  test('MRK-130 it joins one that is marked as high or higher', async () => {
    const hub = await hubMarked('TOP SECRET');
    const one = await laptop();
    await setUp(one, 'SECRET');
    await one.join(hub);
    expect((await one.status()).hubs).toHaveLength(1);
  });

  test('MRK-131 a bundle with a record above its receiver is refused before a file is made, naming the record', async () => {
    const hub = await hubMarked('CUI');
    const [one, two] = [await laptop(), await laptop()];
    await one.join(hub);
    await two.join(hub);
    await setUp(one, 'SECRET');
    await one.sync();
    const low = await one.create({ title: 'low', marking: 'CUI//SP-OPSEC' });
    expect((await one.bundleFor(two.replica)).files).toHaveLength(1);
    const high = await one.create({ title: 'high', marking: 'SECRET' });
    const number = (await one.record(high))?.number ?? 'none';
    const refused = { problem: { code: 'OUT-MRK-002', message: expect.stringContaining(number) } };
    await expect(one.bundleFor(two.replica)).rejects.toMatchObject(refused);
    // Later entries of a record that was marked long ago count as well.
    await one.edit(high, { title: 'higher' });
    await expect(one.bundleFor(two.replica, { since: 0 })).rejects.toMatchObject(refused);
    await one.edit(high, { marking: 'CUI' });
    expect((await one.bundleFor(two.replica)).files).toHaveLength(1);
    expect((await one.record(low))?.fields['marking']).toBe('CUI//SP-OPSEC');
  });
});
