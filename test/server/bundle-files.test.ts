import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hubBundle, manifestName, type BundleWish } from '#server/hub/bundles.ts';
import { openHubBundle } from '#server/hub/open-bundle.ts';
import { hubPaths, openedBundleSchema } from '#shared/contracts/hub.ts';
import { getFile, putFile, sha256 } from '#test/support/device-files.ts';
import { joinUnder, relayOnce } from '#test/support/hub-above.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { openLaptop } from '#test/support/open-laptop.ts';
import type { SyncedLaptop } from '#test/support/synced-laptop.ts';

const largestFile = 1_000_000;

async function filesOf({ hub }: TestHub, wish: Partial<BundleWish> & { receiver: string }) {
  const parts: Uint8Array[] = [];
  let manifest = '';
  for await (const { name, bytes } of hubBundle(hub, { partBytes: 100_000, largestFile, ...wish })) {
    if (name === manifestName) manifest = Buffer.from(bytes).toString('utf8');
    else parts.push(bytes);
  }
  return { parts, manifest };
}

async function attach(on: SyncedLaptop, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const record = await on.create({ title: 'x' });
  await on.window.data.attachments.add(record, new File([bytes], 'a.bin'), { audience: 'internal' });
  return sha256(bytes);
}

describe.each(engines)('attachments in bundles at the hub on %s', (engine) => {
  it('SYN-299 laptop, stick, hub, stick, other laptop: an attachment arrives, in parts, in any order and twice', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.sync();
    const bytes = new Uint8Array(randomBytes(350_000));
    const hash = await attach(a, bytes);
    const up = await a.bundleFor(hub.hub.identity.id, { partBytes: 60_000, largestFile });
    expect(up.files.length).toBeGreaterThan(5);
    const [held, ...others] = [...up.files].reverse();
    let whole = 0;
    for (const part of [...others, ...others])
      whole += (await openHubBundle(hub.hub, part.bytes)).files.count;
    expect(whole).toBe(0);
    expect((await openHubBundle(hub.hub, held!.bytes)).files.count).toBe(1);
    const device = await hub.device();
    expect(Buffer.compare((await getFile(device, hash))!, bytes)).toBe(0);

    const down = await filesOf(hub, { receiver: b.replica });
    expect(down.manifest).toContain('1 attachments with 350000 bytes');
    for (const part of down.parts) await b.open(part);
    expect(Buffer.compare(await b.window.data.attachments.read(hash), bytes)).toBe(0);
    // The laptop that brought it is known to hold it; so is one that says so by stick.
    expect((await filesOf(hub, { receiver: a.replica })).manifest).toContain(' 0 attachments');
    await openHubBundle(hub.hub, (await b.bundleFor(hub.hub.identity.id)).files[0]!.bytes);
    expect((await filesOf(hub, { receiver: b.replica })).manifest).toContain(' 0 attachments');
    expect((await filesOf(hub, { receiver: b.replica, since: 0 })).manifest).toContain('1 attachments');
  });

  it('SYN-299 one beyond the hub’s limit is told and stops nothing else', async () => {
    const hub = await startTestHub({ engine, limits: { blob: 1000 } });
    const a = await openLaptop(hub);
    await a.sync();
    const [small, large] = [
      await attach(a, new Uint8Array(randomBytes(900))),
      await attach(a, new Uint8Array(randomBytes(1100))),
    ];
    const { files } = await a.bundleFor(hub.hub.identity.id, { largestFile });
    const body = new Uint8Array(files[0]!.bytes);
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await hub.admin(hubPaths.adminBundleParts, { method: 'POST', body, headers });
    expect(openedBundleSchema.parse(await answer.json())).toMatchObject({
      entries: 4,
      files: { count: 1, bytes: 900 },
      fileFaults: [{ code: 'OUT-SYN-038' }],
    });
    const device = await hub.device();
    expect(await getFile(device, small)).toBeDefined();
    expect(await getFile(device, large)).toBeUndefined();
  });
});

describe('a hub under a hub', () => {
  it('SYN-299 gets and brings attachments by stick as well', async () => {
    const [unit, above] = [await startTestHub({ upstreamSeconds: 3600 }), await startTestHub()];
    await joinUnder(unit, above);
    await relayOnce(unit);
    await above.stop();
    const device = await unit.device();
    const content = randomBytes(5000);
    const hash = await putFile(device, content);
    const { parts, manifest } = await filesOf(unit, { receiver: above.address });
    expect(manifest).toContain('1 attachments with 5000 bytes');
    const again = await startTestHub({ place: above.place });
    expect(await openHubBundle(again.hub, parts[0]!)).toMatchObject({ files: { count: 1, bytes: 5000 } });
    expect(await again.hub.storage.blobs.state({ workspace: unit.workspace, hash })).toMatchObject({
      isComplete: true,
    });
  });
});
