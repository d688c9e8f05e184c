import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backUp } from '#server/commands/backup.ts';
import { relayFiles } from '#server/jobs/upstream/relay-files.ts';
import { getFile, putFile, putPart, sha256 } from '#test/support/device-files.ts';
import { deviceOf, joinUnder, relayOnce } from '#test/support/hub-above.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

// These tests say themselves when the hubs exchange.
vi.mock('#server/jobs/upstream/upstream.ts', () => ({
  UpstreamJob: class {
    stop() {}
  },
}));

const send = globalThis.fetch;
afterEach(() => void vi.restoreAllMocks());

/** Paths that were asked of hubs, with their methods, from now on. */
function callsTo(): string[] {
  const calls: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, init) => {
    calls.push(
      `${init?.method ?? 'GET'} ${(address instanceof Request ? address.url : address.toString()).replace(/^.*\/api\/v1/, '')}`,
    );
    return send(address, init);
  });
  return calls;
}

const files = (calls: readonly string[]) => calls.filter((call) => call.includes('/blobs'));

async function rowOf({ hub }: TestHub) {
  const [upstream] = await hub.storage.upstreams.list();
  if (!upstream) throw new Error('It is under no hub.');
  return upstream;
}

describe.each(engines)('attachments between hubs on %s', (engine) => {
  it('SYN-254 go up and down after the entries, and on to a hub above that one', async () => {
    const unit = await startTestHub({ engine });
    const brigade = await startTestHub();
    const headquarters = await startTestHub();
    await joinUnder(unit, brigade);
    const laptop = await unit.device();
    const content = randomBytes(300_000);
    const hash = await putFile(laptop, content);
    expect(await relayOnce(unit)).toBe(true);
    await joinUnder(brigade, headquarters);
    expect(await relayOnce(brigade)).toBe(true);
    const desk = await deviceOf(headquarters, unit.workspace);
    expect(Buffer.compare((await getFile(desk, hash))!, content)).toBe(0);

    const answer = randomBytes(90_000);
    const answered = await putFile(desk, answer);
    await relayOnce(brigade);
    await relayOnce(unit);
    expect(Buffer.compare((await getFile(laptop, answered))!, answer)).toBe(0);
  });

  it('SYN-254 what was exchanged, or is on both sides already, is not looked at again', async () => {
    const [unit, brigade] = [await startTestHub({ engine }), await startTestHub()];
    await joinUnder(unit, brigade);
    const [laptop, desk] = [await unit.device(), await deviceOf(brigade, unit.workspace)];
    const shared = randomBytes(5000);
    for (const one of [laptop, desk]) await putFile(one, shared);
    for (let index = 0; index < 5; index += 1) await putFile(laptop, randomBytes(1000));
    await putFile(desk, randomBytes(1000));
    const calls = callsTo();
    await relayOnce(unit);
    expect(files(calls).filter((call) => call.endsWith(sha256(shared)))).toEqual([]);
    expect(files(calls).filter((call) => call.startsWith('PUT'))).toHaveLength(5);
    for (let round = 0; round < 2; round += 1) {
      calls.length = 0;
      await relayOnce(unit);
      expect(files(calls)).toEqual([expect.stringMatching(/^GET \/blobs\?after=\d+$/)]);
    }
    vi.restoreAllMocks();
    for (const { hub } of [unit, brigade]) expect(await hub.storage.figures()).toMatchObject({ blobs: 7 });
  });

  it('SYN-255 small and new ones go first, in parts that go on from what the other side holds, entries between them', async () => {
    const [unit, brigade] = [await startTestHub({ engine }), await startTestHub()];
    await joinUnder(unit, brigade);
    const [laptop, desk] = [await unit.device(), await deviceOf(brigade, unit.workspace)];
    const large = randomBytes(900_000);
    const hashes = [await putFile(laptop, large)];
    for (const size of [900, 600]) hashes.push(await putFile(laptop, randomBytes(size)));
    const calls = callsTo();
    let asked = 0;
    const upstream = await rowOf(unit);
    expect(await relayFiles(unit.hub, upstream, () => Promise.resolve((asked += 1) > 4))).toBe(false);
    const order = files(calls).filter((call) => call.startsWith('HEAD'));
    expect(order.map((call) => hashes.indexOf(call.slice(-64)))).toEqual([2, 1, 0]);
    expect(await getFile(desk, hashes[0]!)).toBeUndefined();
    calls.length = 0;
    expect(await relayOnce(unit)).toBe(true);
    const first = (path: string) => calls.findIndex((call) => call.includes(path));
    expect(first('/exchange')).toBeLessThan(first('/blobs'));
    vi.restoreAllMocks();
    expect(Buffer.compare((await getFile(desk, hashes[0]!))!, large)).toBe(0);

    const down = randomBytes(500_000);
    const hash = sha256(down);
    for (let offset = 0; offset < down.length; offset += 100_000) {
      await putPart(desk, {
        hash,
        bytes: down.subarray(offset, offset + 100_000),
        offset,
        size: down.length,
      });
    }
    asked = 0;
    expect(await relayFiles(unit.hub, await rowOf(unit), () => Promise.resolve((asked += 1) > 2))).toBe(
      false,
    );
    const { received } = (await unit.hub.storage.blobs.state({ workspace: unit.workspace, hash }))!;
    expect(received).toBeGreaterThan(0);
    expect(await relayOnce(unit)).toBe(true);
    expect(Buffer.compare((await getFile(laptop, hash))!, down)).toBe(0);
  });

  it('SYN-256 one that the other side refuses, or that comes damaged, waits; the others and the entries go on', async () => {
    const unit = await startTestHub({ engine, limits: { upstreamBlob: 20_000 } });
    const brigade = await startTestHub({ limits: { blob: 5000 } });
    await joinUnder(unit, brigade);
    const [laptop, desk] = [await unit.device(), await deviceOf(brigade, unit.workspace)];
    const beyondTheirs = await putFile(laptop, randomBytes(6000));
    const beyondOwn = await putFile(laptop, randomBytes(25_000));
    const good = await putFile(laptop, randomBytes(4900));
    const damaged = await putFile(desk, randomBytes(1000));
    const fine = await putFile(desk, randomBytes(2000));
    await brigade.hub.storage.replace((db) =>
      db
        .updateTable('blobChunks')
        .set({ bytes: randomBytes(1000) })
        .where('hash', '=', damaged)
        .execute(),
    );
    laptop.write(3);
    await laptop.sync();
    expect(await relayOnce(unit)).toBe(true);
    expect((await brigade.hub.storage.logs.vector(unit.workspace))[laptop.replica]).toBe(3);
    expect(await getFile(desk, good)).toBeDefined();
    expect(await getFile(laptop, fine)).toBeDefined();
    for (const hash of [beyondTheirs, beyondOwn]) expect(await getFile(desk, hash)).toBeUndefined();
    expect(await getFile(laptop, damaged)).toBeUndefined();
    const { id } = await rowOf(unit);
    expect(await unit.hub.storage.blobErrands.waiting(id)).toMatchObject({
      count: 3,
      problem: expect.stringContaining('OUT-SYN-03') as string,
    });
    const calls = callsTo();
    await relayOnce(unit);
    expect(files(calls)).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('SYN-257 a hub above that was restored from a backup gets again what it lost', async () => {
    const [unit, brigade] = [await startTestHub({ engine }), await startTestHub()];
    await joinUnder(unit, brigade);
    const [laptop, desk] = [await unit.device(), await deviceOf(brigade, unit.workspace)];
    const kept = await putFile(laptop, randomBytes(100));
    await relayOnce(unit);
    const file = join(await tempFolder(), 'hub.backup');
    await backUp(brigade.hub.storage, file);
    const lost = [await putFile(laptop, randomBytes(200)), await putFile(desk, randomBytes(300))];
    await relayOnce(unit);
    await brigade.stop();
    const restored = await startTestHub({ place: { file } });
    await unit.hub.storage.replace((db) =>
      db.updateTable('upstreams').set({ address: restored.address }).execute(),
    );
    expect(await relayOnce(unit)).toBe(true);
    desk.address = restored.address;
    for (const hash of [kept, ...lost]) expect(await getFile(desk, hash)).toBeDefined();
  });
});
