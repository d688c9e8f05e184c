import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hubBundle, manifestName, type BundleWish } from '#server/hub/bundles.ts';
import { anyWorkspace, makeCode } from '#server/hub/codes.ts';
import { openHubBundle } from '#server/hub/open-bundle.ts';
import { joinUpstream } from '#server/jobs/upstream/join.ts';
import { relay } from '#server/jobs/upstream/relay.ts';
import { hubPaths, openedBundleSchema } from '#shared/contracts/hub.ts';
import { newReplicaId } from '#shared/kernel/ids.ts';
import { makeBundle } from '#shared/sync/bundle.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { Device } from '#test/support/device.ts';
import { putFile } from '#test/support/device-files.ts';
import { runHubCommand } from '#test/support/hub-process.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { revokeAt, SyncedLaptop } from '#test/support/synced-laptop.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

async function laptop(hub: TestHub): Promise<SyncedLaptop> {
  const opened = await SyncedLaptop.open();
  onTestFinished(() => opened.close());
  await opened.join(hub);
  await opened.sync();
  return opened;
}

async function filesOf({ hub }: TestHub, wish: Partial<BundleWish> & { receiver: string }) {
  const parts: Uint8Array[] = [];
  let manifest = '';
  for await (const { name, bytes } of hubBundle(hub, { partBytes: 100_000, ...wish })) {
    if (name === manifestName) manifest = Buffer.from(bytes).toString('utf8');
    else parts.push(bytes);
  }
  return { parts, manifest };
}

/** A bundle for the hub with runs as they are given. */
async function handMade(hub: TestHub, sender: Device, runs: readonly PackedRun[]): Promise<Uint8Array> {
  const { identity } = hub.hub;
  const order = {
    workspace: hub.workspace,
    wall: 0,
    have: sender.have,
    receipts: [],
    sender: sender.replica,
    signSecret: sender.keys.sign.secret,
    receiverKey: identity.keys.box.public,
    runs,
  };
  for await (const { bytes } of makeBundle(order, { size: 1_000_000 })) return bytes;
  throw new Error('There is always a part.');
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const damaged = bytes.slice();
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  return damaged;
}

describe.each(engines)('bundles at the hub on %s', (engine) => {
  it('SYN-290 laptop, stick, hub, stick, other laptop: all arrives, and receipts travel back the same way', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await laptop(hub), await laptop(hub)];
    await a.sync();
    const id = await a.create({ title: 'by stick' });
    const up = await a.bundleFor(hub.hub.identity.id);
    const opened = await openHubBundle(hub.hub, up.files[0]!.bytes);
    expect(opened).toMatchObject({ sender: 'Laptop', entries: 1, refused: [], isLast: true });
    expect(opened.missing).toBeUndefined();
    const down = await filesOf(hub, { receiver: b.replica });
    expect(down.manifest).toContain('1 entries');
    expect(await b.open(down.parts[0]!)).toMatchObject({ entries: 1 });
    expect((await b.record(id))?.fields['title']).toBe('by stick');
    await b.edit(id, { title: 'seen' });
    const back = await b.bundleFor(hub.hub.identity.id);
    expect(await openHubBundle(hub.hub, back.files[0]!.bytes)).toMatchObject({ entries: 1 });
    expect((await filesOf(hub, { receiver: b.replica })).manifest).toContain(' 0 entries');
    const last = await filesOf(hub, { receiver: a.replica });
    await a.open(last.parts[0]!);
    expect((await a.record(id))?.fields['title']).toBe('seen');
    expect((await a.status()).unsent.entries).toBe(0);
    expect(await a.states()).toEqual(await b.states());
    expect(await a.audit()).toEqual([]);
  });

  it('SYN-291 parts in any order, twice: all is there at the end, nothing twice, missing parts are named', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await laptop(hub), await laptop(hub)];
    for (let index = 0; index < 40; index += 1)
      await a.create({ title: `t${index} ${newReplicaId()} ${newReplicaId()}` });
    const { files } = await a.bundleFor(hub.hub.identity.id, { partBytes: 1500 });
    expect(files.length).toBeGreaterThan(2);
    const first = await openHubBundle(hub.hub, files.at(-1)!.bytes);
    expect(first.missing?.code).toBe('OUT-SYN-078');
    expect(first.refused.map(({ code }) => code)).toContain('OUT-SYN-005');
    let entries = first.entries;
    for (let round = 0; round < files.length; round += 1) {
      for (const { bytes } of [...files].reverse()) entries += (await openHubBundle(hub.hub, bytes)).entries;
    }
    expect(entries).toBe((await a.vector())[a.replica]);
    const again = await openHubBundle(hub.hub, files[0]!.bytes);
    expect(again).toMatchObject({ entries: 0, refused: [], notice: { code: 'OUT-SYN-079' } });
    expect(again.missing).toBeUndefined();
    expect(await hub.hub.storage.deadLetters.list()).toEqual([]);
    await b.sync();
    expect(await b.titles()).toEqual(await a.titles());
    const { parts } = await filesOf(hub, { receiver: b.replica, since: 0, partBytes: 1500 });
    expect(parts.length).toBeGreaterThan(2);
  });

  it('SYN-292 cut off, flipped, for somebody else, of another workspace, of a revoked or unknown device, no bundle: a code, nothing taken', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await laptop(hub), await laptop(hub)];
    await a.sync();
    await a.create({ title: 'secret' });
    const { bytes } = (await a.bundleFor(hub.hub.identity.id)).files[0]!;
    const codeOf = async (given: Uint8Array, at: TestHub = hub) =>
      openHubBundle(at.hub, given).then(
        () => 'taken',
        (error: unknown) => (error as { problem?: { code?: string } }).problem?.code,
      );
    expect(await codeOf(bytes.slice(0, bytes.length / 2))).toBe('OUT-SYN-072');
    for (const at of [20, 60, bytes.length - 9]) {
      expect(['OUT-SYN-072', 'OUT-SYN-073', 'OUT-SYN-074', 'OUT-SYN-075']).toContain(
        await codeOf(flipped(bytes, at)),
      );
    }
    const forOther = (await a.bundleFor(b.replica)).files[0]!.bytes;
    expect(await codeOf(forOther)).toBe('OUT-SYN-074');
    expect(await codeOf(bytes, await startTestHub({ engine }))).toBe('OUT-SYN-074');
    expect(await codeOf(Buffer.from('A letter.'))).toBe('OUT-SYN-070');
    const stranger = new Device();
    stranger.workspace = hub.workspace;
    stranger.write(1);
    expect(await codeOf(await handMade(hub, stranger, [stranger.run()]))).toBe('OUT-SYN-075');
    const foreign = await handMade({ ...hub, workspace: 'elsewhere' }, stranger, []);
    expect(await codeOf(foreign)).toBe('OUT-SYN-077');
    await revokeAt(hub, a.replica);
    expect(await codeOf(bytes)).toBe('OUT-SYN-076');
    expect(await hub.hub.storage.logs.vector(hub.workspace)).toEqual({});
    await expect(filesOf(hub, { receiver: a.replica })).rejects.toThrow('OUT-SYN-023');
    await expect(filesOf(hub, { receiver: 'nobody' })).rejects.toThrow('OUT-SYN-022');
    await expect(filesOf(hub, { receiver: b.replica, workspace: 'none' })).rejects.toThrow('OUT-SYN-033');
  });

  it('SYN-293 runs pass the intake of every exchange: the bad one is a dead letter of the sender, others are taken and vouched for', async () => {
    const hub = await startTestHub({ engine });
    const [carrier, absent, other] = [await hub.device(), await hub.device(), await hub.device()];
    carrier.write(3);
    absent.write(4);
    other.write(5);
    const bad = other.run();
    const runs = [
      carrier.run(),
      absent.unsignedRun(1, 4),
      { ...bad, bytes: flipped(bad.bytes, bad.bytes.length - 9) },
    ];
    const { entries, refused } = await openHubBundle(hub.hub, await handMade(hub, carrier, runs));
    expect([entries, refused.map(({ replica }) => replica)]).toEqual([7, [other.replica]]);
    expect(await hub.hub.storage.logs.vector(hub.workspace)).toEqual({
      [carrier.replica]: 3,
      [absent.replica]: 4,
    });
    expect(await hub.hub.storage.deadLetters.list()).toMatchObject([
      { replica: other.replica, via: carrier.replica },
    ]);
    expect(await hub.hub.storage.logs.covering(hub.workspace, absent.replica, 4)).toMatchObject({
      via: carrier.replica,
    });
  });

  it('SYN-294 everything since a date', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await laptop(hub), await laptop(hub)];
    await a.create({ title: 'old' });
    await a.sync();
    await b.sync();
    a.window.clock.at += 86_400_000;
    await a.create({ title: 'new' });
    await a.create({ title: 'newer' });
    await a.sync();
    const since = a.window.clock.at - 1000;
    const { parts, manifest } = await filesOf(hub, { receiver: b.replica, since });
    expect(manifest).toContain('2 entries');
    await b.open(parts[0]!);
    expect(await b.titles()).toEqual(['new', 'newer', 'old']);
  });

  it('SYN-295 what a replica is known to hold only grows by what others say', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await laptop(hub), await laptop(hub)];
    await a.create({ title: 'one' });
    await a.sync();
    await b.sync();
    const heldOfB = async () => (await hub.hub.storage.replicas.find(hub.workspace, b.replica))?.holds;
    const early = (await b.bundleFor(hub.hub.identity.id)).files[0]!.bytes;
    await a.create({ title: 'two' });
    await a.sync();
    await b.sync();
    await b.sync();
    const before = await heldOfB();
    expect(JSON.parse(before ?? '{}')).toEqual(await b.vector());
    await openHubBundle(hub.hub, early);
    expect(await heldOfB()).toBe(before);
  });

  it('SYN-297 the administration downloads a bundle as an archive and takes parts in', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await laptop(hub), await laptop(hub)];
    await a.create({ title: 'by hand' });
    const up = (await a.bundleFor(hub.hub.identity.id)).files[0]!.bytes;
    const post = (body: Uint8Array) =>
      hub.admin(hubPaths.adminBundleParts, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { 'content-type': 'application/octet-stream' },
      });
    const taken = await post(up);
    expect(openedBundleSchema.parse(await taken.json())).toMatchObject({ sender: 'Laptop', entries: 1 });
    const refused = await post(up.slice(0, 100));
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'OUT-SYN-072' }]);
    const query = new URLSearchParams({ workspace: hub.workspace, receiver: b.replica, partBytes: '20000' });
    const answer = await hub.admin(`${hubPaths.adminBundles}?${query.toString()}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const [name = '', manifest] = Object.keys(files);
    expect([name.endsWith('.outpost-bundle'), manifest]).toEqual([true, manifestName]);
    expect(await b.open(files[name]!)).toMatchObject({ entries: 1 });
    const none = await hub.admin(`${hubPaths.adminBundles}?receiver=nobody`);
    expect([none.status, await none.json()]).toMatchObject([401, { code: 'OUT-SYN-022' }]);
    expect((await fetch(`${hub.address}/api/v1${hubPaths.adminBundles}?receiver=x`)).status).toBe(401);
  });

  it('SYN-298 hub to hub by stick, with the devices that the hub below enrolled meanwhile', async () => {
    const unit = await startTestHub({ engine, upstreamSeconds: 3600 });
    const above = await startTestHub({ upstreamSeconds: 3600 });
    const { storage, clock } = above.hub;
    const wish = { workspace: anyWorkspace, label: 'Unit', kind: 'hub' as const };
    const { text } = await makeCode(storage.codes, wish, clock.now());
    const workspaces = await unit.hub.storage.workspaces.list();
    await joinUpstream(unit.hub, { address: above.address, code: text, workspaces });
    for (const upstream of await unit.hub.storage.upstreams.list()) await relay(unit.hub, upstream);
    const late = await unit.device();
    late.write(6);
    await late.sync();
    const { parts, manifest } = await filesOf(unit, { receiver: above.address });
    expect(manifest).toContain('6 entries');
    const opened = await openHubBundle(above.hub, parts[0]!);
    expect(opened).toMatchObject({ entries: 6, refused: [], workspace: { id: unit.workspace } });
    expect(await storage.replicas.find(unit.workspace, late.replica)).toMatchObject({
      signKey: late.keys.sign.public,
      through: unit.hub.identity.id,
    });
    const newest = await unit.device();
    newest.write(2);
    const direct = { ...above, workspace: unit.workspace };
    await expect(openHubBundle(above.hub, await handMade(direct, newest, [newest.run()]))).rejects.toThrow(
      'OUT-SYN-075',
    );
  });
});

describe('the commands', () => {
  it('SYN-296 write a bundle with its manifest while the hub runs, check files and take them in, saying what came and what did not', async () => {
    const hub = await startTestHub();
    const [a, b] = [await laptop(hub), await laptop(hub)];
    const id = await a.create({ title: 'by command' });
    const hash = await putFile(await hub.device(), new Uint8Array(3000));
    const stick = await tempFolder();
    const up = (await a.bundleFor(hub.hub.identity.id)).files[0]!;
    await writeFile(join(stick, up.name), up.bytes);
    await writeFile(join(stick, 'half.outpost-bundle'), up.bytes.slice(0, 200));
    const shown = await runHubCommand(hub.place, 'check', stick).catch((error: unknown) => String(error));
    expect(shown).toContain(
      'part 1, the last, from Laptop for Unit: 1 entries, 1 of them new, 0 attachments',
    );
    expect(shown).toMatch(/half\.outpost-bundle: not taken: OUT-SYN-072/);
    expect(shown).toMatch(/signed with [0-9A-Z]{4}-.*SHA-256 [0-9a-f]{64}/);
    expect(await runHubCommand(hub.place, 'check', join(stick, up.name))).toContain('Nothing was taken in.');
    const told = await runHubCommand(hub.place, 'open', stick).catch((error: unknown) => String(error));
    expect(told).toContain('part 1, the last, from Laptop for Unit: 1 new entries, 0 attachments complete');
    expect(told).toMatch(/half\.outpost-bundle: not taken: OUT-SYN-072/);
    expect(await runHubCommand(hub.place, 'open', join(stick, up.name))).toContain('opened here before');
    await expect(runHubCommand(hub.place, 'open', join(stick, 'none'))).rejects.toThrow('OUT-SYN-047');
    const out = join(stick, 'out');
    await runHubCommand(hub.place, 'bundle', b.replica, out, '--size', '1');
    const names = (await readdir(out)).sort();
    expect(names).toHaveLength(2);
    const file = names.find((name) => name.endsWith('.outpost-bundle')) ?? '';
    expect(await readFile(join(out, manifestName), 'utf8')).toContain(
      '1 parts, 1 entries, 1 attachments with 3000 bytes',
    );
    await b.open(await readFile(join(out, file)));
    expect((await b.record(id))?.fields['title']).toBe('by command');
    expect(await b.window.database.blobs.get(hash)).toMatchObject({ state: 'whole' });
    const none = join(stick, 'none');
    await runHubCommand(hub.place, 'bundle', b.replica, none, '--attachments', '0');
    expect(await readFile(join(none, manifestName), 'utf8')).toContain(' 0 attachments');
    await expect(runHubCommand(hub.place, 'bundle', b.replica, out)).rejects.toThrow('OUT-SYN-046');
    await mkdir(join(stick, 'other'));
    await expect(runHubCommand(hub.place, 'bundle', 'Laptop', join(stick, 'other'))).rejects.toThrow(
      'OUT-SYN-045',
    );
    await expect(
      runHubCommand(hub.place, 'bundle', b.replica, join(stick, 'other'), '--since', 'lately'),
    ).rejects.toThrow('OUT-SYN-039');
  });
});
