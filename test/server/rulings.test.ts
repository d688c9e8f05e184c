import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp, restore } from '#server/commands/backup.ts';
import { openHub } from '#server/hub/hub.ts';
import { entriesOf } from '#server/intake/held-branches.ts';
import { takeIn } from '#server/intake/take-in.ts';
import { WorkspaceRulings } from '#server/jobs/rulings/workspace-rulings.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/hash-entry.ts';
import { hubPaths } from '#shared/contracts/hub.ts';
import { newRecoveryCode } from '#shared/trust/recovery-code.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { joinUnder, relayOnce } from '#test/support/hub-above.ts';
import { judged, Seat } from '#test/support/ruled-hub.ts';
import { credentialOf, hour, Laptop, newPerson, ruledUnit } from '#test/support/ruled-unit.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

/** A unit at a hub: the administrator's laptop, and one where Clark, an analyst, and Davis, a requester, work. */
async function unitAt(hub: TestHub) {
  const { first: laptop, admin } = await ruledUnit();
  const first = await new Seat(laptop).join(hub);
  await first.sync();
  const analyst = await newPerson(laptop, admin, 'Clark', 'analyst');
  const user = await newPerson(laptop, admin, 'Davis', 'requester');
  await first.sync();
  const desk = new Laptop('B');
  desk.now = laptop.now + hour;
  const second = await new Seat(desk).join(hub);
  await second.sync();
  desk.signIn(analyst);
  desk.signIn(user);
  const incident = (person: string) =>
    desk.put(person, 'incident', { title: 'No link', requester: user, contactType: 'phone' });
  return { first, second, admin, analyst, user, incident };
}

const phone = { kind: 'set', fields: { phone: { value: '1', base: [] } } } as const;

describe.each(engines)('rulings on %s', (engine) => {
  test('RUL-201 what was written past the engine is set aside on all devices, and stays in the log', async () => {
    const hub = await startTestHub({ engine });
    const { first, second, admin, analyst, user, incident } = await unitAt(hub);
    await incident(analyst);
    const rogue = second.laptop.forge(admin, { id: user, type: 'person' }, phone);
    await second.sync();
    await judged(hub);
    await first.sync();
    await second.sync();
    expect([first.aside, second.aside]).toEqual([[refOf(rogue)], [refOf(rogue)]]);
    expect(first.laptop.log).toContainEqual(rogue);
    const ruling = first.laptop.log.find(({ body }) => body.kind === 'rule');
    expect(ruling).toMatchObject({
      replica: hub.hub.identity.id,
      actor: '',
      record: user,
      body: { code: 'OUT-RUL-001' },
    });
    const text = await hub.hub.metrics.registry.getSingleMetricAsString('outpost_hub_rulings_total');
    expect(text).toContain('{verdict="aside"} 1');
  });

  test('RUL-202 a role that ended while a laptop was away takes what was written since, once it is heard of', async () => {
    const hub = await startTestHub({ engine });
    const { first, second, admin, analyst, incident } = await unitAt(hub);
    const before = await incident(analyst);
    second.laptop.now += 2 * hour;
    const { entries } = await second.laptop.as(analyst, {
      kind: 'edit',
      record: before,
      fields: { title: 'y' },
    });
    await second.sync();
    await judged(hub);
    expect(second.aside).toEqual([]);
    first.laptop.now += 2 * hour;
    await first.laptop.as(admin, { kind: 'edit', record: analyst, fields: { roles: [] } });
    await first.sync();
    await judged(hub);
    await second.sync();
    expect(second.aside).toEqual([refOf(entries[0] as Entry)]);
  });

  test('RUL-203 a role that is heard of late gives back what was set aside', async () => {
    const hub = await startTestHub({ engine });
    const { first, second, admin, user } = await unitAt(hub);
    await first.laptop.as(admin, { kind: 'edit', record: user, fields: { roles: ['requester', 'analyst'] } });
    // It came over on a stick.
    second.laptop.receive(first.laptop);
    await second.laptop.as(user, { kind: 'edit', record: user, fields: { phone: '1' } });
    await second.sync();
    await judged(hub);
    await second.sync();
    expect(second.aside).toHaveLength(1);
    await first.sync();
    await judged(hub);
    await first.sync();
    expect(first.aside).toEqual([]);
  });

  /** Who holds the recovery code opens the second laptop, and gives the administrator a new passphrase there. */
  function recovered({ laptop }: Seat, admin: string, code: string): readonly Entry[] {
    const vouch = laptop.recover(admin, code);
    const about = { id: laptop.accountOf(admin), type: 'account' };
    const credential = { value: credentialOf('another key'), base: [] };
    return [vouch, laptop.forge(admin, about, { kind: 'set', fields: { credential } })];
  }

  test('RUL-208 a recovery code that is heard of late gives back what its holder did', async () => {
    const hub = await startTestHub({ engine });
    const { first, second, admin } = await unitAt(hub);
    const code = newRecoveryCode();
    await first.laptop.newCode(admin, code);
    // It came over on a stick.
    second.laptop.receive(first.laptop);
    const written = recovered(second, admin, code);
    await second.sync();
    await judged(hub);
    await second.sync();
    expect(second.aside).toEqual(written.map(refOf));
    await first.sync();
    await judged(hub);
    await first.sync();
    expect(first.aside).toEqual([]);
    expect(first.laptop.view(first.laptop.accountOf(admin)).fields['credential']).toBe(
      credentialOf('another key'),
    );
  });

  test('RUL-208 a new recovery code takes what the holder of the one before did since, once it is heard of', async () => {
    const hub = await startTestHub({ engine });
    const { first, second, admin } = await unitAt(hub);
    const other = await newPerson(first.laptop, admin, 'Evans', 'administrator');
    const code = newRecoveryCode();
    await first.laptop.newCode(admin, code);
    await first.sync();
    await second.sync();
    const before = recovered(second, admin, code);
    first.laptop.now = second.laptop.now + hour;
    await first.laptop.newCode(admin, newRecoveryCode());
    second.laptop.now = first.laptop.now + hour;
    const written = recovered(second, other, code);
    await second.sync();
    await judged(hub);
    await second.sync();
    expect(second.aside).toEqual([]);
    await first.sync();
    await judged(hub);
    await first.sync();
    expect(first.aside).toEqual(written.map(refOf));
    expect(first.laptop.log).toContainEqual(before[1]);
  });

  test('RUL-204 rulings in the log of a device are refused and kept aside', async () => {
    const hub = await startTestHub({ engine });
    const { first, second, user } = await unitAt(hub);
    const target = first.laptop.log[0] as Entry;
    await second.sync();
    second.laptop.forge(
      '',
      { id: user, type: 'person' },
      { kind: 'rule', entries: [refOf(target)], verdict: 'aside', code: 'OUT-RUL-002', reason: 'x' },
    );
    const own = second.laptop.log.filter(({ replica }) => replica === second.laptop.id);
    const { device } = second;
    device.entries = own;
    device.head = { seq: own.length, hash: hashEntry(own.at(-1) as Entry) };
    const answer = await device.exchange({ runs: [device.run(own.length)] });
    expect(answer.refused).toMatchObject([{ replica: second.laptop.id, code: 'OUT-RUL-010' }]);
    const letters: unknown = await (await hub.admin(hubPaths.adminDeadLetters)).json();
    expect(letters).toMatchObject([{ code: 'OUT-RUL-010' }]);
    await first.sync();
    expect(first.aside).toEqual([]);
  });

  test('RUL-205 a restored hub rules in another log, forks none, and takes back what it ruled before', async () => {
    const hub = await startTestHub({ engine });
    const { first, second, admin, user } = await unitAt(hub);
    await second.sync();
    await judged(hub);
    const file = join(await tempFolder(), 'hub.backup');
    await backUp(hub.hub.storage, file);
    await first.laptop.as(admin, { kind: 'edit', record: user, fields: { roles: ['requester', 'analyst'] } });
    second.laptop.receive(first.laptop);
    const early = await second.laptop.as(user, { kind: 'edit', record: user, fields: { phone: '1' } });
    const rogue = second.laptop.forge(admin, { id: user, type: 'person' }, phone);
    await second.sync();
    await judged(hub);
    await second.sync();
    expect(second.aside).toEqual([refOf(early.entries[0] as Entry), refOf(rogue)].sort());
    await hub.stop();

    const place = await emptyPlace('sqlite');
    const storage = await openForTest(place);
    await restore(storage, file, { isReplacing: false });
    const restored = await startTestHub({ place });
    for (const seat of [first, second]) seat.device.address = restored.address;
    // The device brings back what the hub has lost, its rulings among it.
    const lost = second.device.others.get(hub.hub.identity.id) ?? [];
    expect(lost.length).toBeGreaterThan(0);
    await judged(restored);
    const next = second.laptop.forge(admin, { id: user, type: 'person' }, phone);
    await second.sync();
    await judged(restored);
    await bringBack(second, restored, hub.hub.identity.id);
    await judged(restored);
    await first.sync();
    await second.sync();
    await judged(restored);
    await first.sync();
    await second.sync();
    expect(second.aside).toEqual([refOf(rogue), refOf(next)].sort());
    expect(first.aside).toEqual(second.aside);
    const logs = new Set(
      second.laptop.log.filter(({ body }) => body.kind === 'rule').map(({ replica }) => replica),
    );
    expect(logs.size).toBe(2);
    const rows = await restored.hub.storage.replicas.list(restored.workspace);
    expect(
      rows
        .filter(({ kind }) => kind === 'hub')
        .map(({ replica }) => replica)
        .sort(),
    ).toEqual([...logs].sort());
  }, 60_000);

  test('RUL-206 hubs rule for themselves, and the one above hears the rulings of the one below', async () => {
    const [above, below] = [await startTestHub({ engine }), await startTestHub({ upstreamSeconds: 3600 })];
    const { second, admin, user } = await unitAt(below);
    const rogue = second.laptop.forge(admin, { id: user, type: 'person' }, phone);
    await second.sync();
    await judged(below);
    await joinUnder(below, above);
    await relayOnce(below);
    const upper = { ...above, workspace: below.workspace };
    await judged(upper);
    await relayOnce(below);
    await judged(below);
    await relayOnce(below);
    await second.sync();
    const rulings = second.laptop.log.filter(({ body }) => body.kind === 'rule');
    expect(new Set(rulings.map(({ replica }) => replica))).toEqual(
      new Set([above.hub.identity.id, below.hub.identity.id]),
    );
    expect(second.aside).toEqual([refOf(rogue)]);
  });

  test('RUL-207 two processes at the same work rule once', async () => {
    const hub = await startTestHub({ engine });
    const { second, admin, user } = await unitAt(hub);
    await judged(hub);
    await hub.stop();
    const rogues = [1, 2, 3].map(() => second.laptop.forge(admin, { id: user, type: 'person' }, phone));
    const { id } = second.laptop;
    const written = second.laptop.log.filter(({ replica }) => replica === id);
    const { name, limits } = hub.hub;
    const storage = await openForTest(hub.place);
    const processes = [await openHub(storage, { name, limits }), await openHub(storage, { name, limits })];
    const held = (await storage.logs.vector(hub.workspace))[id] ?? 0;
    await takeIn(storage, {
      workspace: hub.workspace,
      sender: 'somebodyelse',
      runs: [toPackedRun({ replica: id, entries: written.slice(held) })],
      isTold: true,
      now: hub.hub.clock.now(),
      deadLetters: limits.deadLetters,
    });
    await Promise.all(
      processes.map(async (one) => {
        const rulings = new WorkspaceRulings(one, hub.workspace);
        while (await rulings.step());
      }),
    );
    const runs = await storage.logs.after(hub.workspace, 0, 1000);
    const bodies = runs.flatMap((run) => entriesOf(run)).map(({ body }) => body);
    const told = bodies.flatMap((body) => (body.kind === 'rule' ? body.entries : []));
    expect(told.toSorted()).toEqual(rogues.map(refOf).sort());
  });
});

/** Offers entries of another log as devices do that find them missing. */
async function bringBack({ device }: Seat, hub: TestHub, replica: string): Promise<void> {
  const entries = device.others.get(replica) ?? [];
  const held = (await hub.hub.storage.logs.vector(hub.workspace))[replica] ?? 0;
  await device.exchange({ runs: [toPackedRun({ replica, entries: entries.slice(held) })] });
}
