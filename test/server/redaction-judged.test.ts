import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Entry, EntryBody } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import { stubDigest, stubOf } from '#shared/changelog/redaction/stub.ts';
import { unpackRun } from '#shared/sync/wire.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { judged, Seat } from '#test/support/ruled-hub.ts';
import { hour, Laptop, newPerson, ruledUnit } from '#test/support/ruled-unit.ts';
import { SyncedLaptop } from '#test/support/synced-laptop.ts';
import { allEntries } from '#test/support/workspace.ts';

const word = 'Zanzibarwort';

/** Longer than the hub takes to remove what it is let. */
const longEnough = 2500;

async function heldAt({ hub: { storage }, workspace }: TestHub): Promise<string> {
  const runs = await storage.logs.after(workspace, 0, 1000);
  return JSON.stringify(runs.flatMap(({ bytes, prev }) => unpackRun(bytes, { prev })));
}

async function heldBy({ window }: SyncedLaptop): Promise<string> {
  await window.data.redactions.settled();
  return JSON.stringify(await allEntries(window.database));
}

/** Two administrators at one laptop, a rogue's laptop where only an analyst signed in, and a device of the unit. */
async function unitAt(hub: TestHub) {
  const { first: laptop, admin } = await ruledUnit();
  const first = await new Seat(laptop).join(hub);
  const second = await newPerson(laptop, admin, 'Baker', 'administrator');
  const analyst = await newPerson(laptop, admin, 'Clark', 'analyst');
  laptop.signIn(second);
  const place = await laptop.put(admin, 'location', { name: `Depot ${word}` });
  await first.sync();
  const desk = new Laptop('B');
  desk.now = laptop.now + hour;
  const rogue = await new Seat(desk).join(hub);
  await rogue.sync();
  desk.signIn(analyst);
  const device = await SyncedLaptop.open(undefined, catalogue);
  onTestFinished(() => device.close());
  device.window.clock.at = desk.now;
  await device.join(hub);
  await device.sync();
  const nameOnDevice = async () => (await device.record(place))?.fields['name'];
  return { first, rogue, device, admin, second, place, nameOnDevice };
}

/** As a changed program writes it. */
function forgeOrder(desk: Laptop, place: string, admin: string, second: string): Entry {
  const entry = desk.log.find(({ record }) => record === place)!;
  const entries = [{ entry: refOf(entry), keep: [], stub: stubDigest(stubOf(entry, [])!) }];
  const about = { id: place, type: 'location' };
  const body: EntryBody = { kind: 'redact', entries, reason: 'Spill' };
  const asked = desk.forge(admin, about, body);
  return desk.forge(second, about, { kind: 'confirm', of: refOf(asked) });
}

describe.each(engines)('a hub on %s', (engine) => {
  it('RED-107 removes nothing by an order in the names of two administrators who never signed in there, sets it aside, and removes by theirs', async () => {
    const hub = await startTestHub({ engine });
    const { first, rogue, device, admin, second, place, nameOnDevice } = await unitAt(hub);
    forgeOrder(rogue.laptop, place, admin, second);
    await rogue.sync();
    await device.sync();
    expect(await heldBy(device)).toContain(word);
    await judged(hub);
    await sleep(longEnough);
    expect(await heldAt(hub)).toContain(word);
    await device.sync();
    expect(await heldBy(device)).toContain(word);
    expect(await nameOnDevice()).toContain(word);
    expect(await device.window.data.redactions.list()).toEqual([]);
    const { laptop } = first;
    laptop.now = rogue.laptop.now + hour;
    await first.sync();
    const entries = laptop.log.filter((one) => one.record === place && stubOf(one, [])).map(refOf);
    const [asked] = (await laptop.as(admin, { kind: 'redact', record: place, entries, reason: 'Spill' }))
      .entries;
    const answer = { kind: 'answerRedaction', record: place, answer: 'confirm' } as const;
    await laptop.as(second, { ...answer, order: refOf(asked!) });
    await first.sync();
    await vi.waitFor(async () => expect(await heldAt(hub)).not.toContain(word), 8000);
    await device.sync();
    expect(await heldBy(device)).not.toContain(word);
    expect(await nameOnDevice()).toBeUndefined();
  });
});
