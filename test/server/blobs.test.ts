import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hubHeaders, hubPaths } from '#shared/contracts/hub.ts';
import { getFile, putFile, putPart, sha256 } from '#test/support/device-files.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

describe.each(engines)('attachments on %s', (engine) => {
  it('SYN-235 come in parts, go on where they stopped, and are whole for others', async () => {
    const hub = await startTestHub({ engine });
    const device = await hub.device();
    const content = randomBytes(300_000);
    const hash = sha256(content);
    const path = `${hubPaths.blobs}/${hash}`;
    expect((await device.request(path, { method: 'HEAD' })).status).toBe(404);
    expect(
      (await putPart(device, { hash, bytes: content.subarray(0, 100_000), offset: 0, size: 300_000 })).status,
    ).toBe(202);
    const stopped = await device.request(path, { method: 'HEAD' });
    expect([stopped.status, stopped.headers.get(hubHeaders.offset)]).toEqual([202, '100000']);
    expect((await device.request(path)).status).toBe(404);
    const wrong = await putPart(device, { hash, bytes: content.subarray(0, 10), offset: 50, size: 300_000 });
    expect([wrong.status, await wrong.json()]).toMatchObject([409, { code: 'OUT-SYN-037' }]);
    expect(
      (await putPart(device, { hash, bytes: content.subarray(100_000), offset: 100_000, size: 300_000 }))
        .status,
    ).toBe(201);
    const other = await hub.device();
    expect(Buffer.compare((await getFile(other, hash))!, content)).toBe(0);
    expect(
      (await putPart(other, { hash, bytes: content.subarray(0, 100), offset: 0, size: 300_000 })).status,
    ).toBe(201);
    const few = await other.request(path, {
      headers: { [hubHeaders.offset]: '99990', [hubHeaders.most]: '7' },
    });
    expect(Buffer.compare(Buffer.from(await few.arrayBuffer()), content.subarray(99_990, 99_997))).toBe(0);
  });

  it('SYN-235 an empty one is one as well, and two devices that bring the same have it stored once', async () => {
    const hub = await startTestHub({ engine });
    const [device, other] = [await hub.device(), await hub.device()];
    const empty = new Uint8Array();
    for (const one of [device, other]) expect(await putFile(one, empty)).toBe(sha256(empty));
    expect(await getFile(other, sha256(empty))).toHaveLength(0);
    const content = randomBytes(100);
    for (const one of [device, other]) await putFile(one, content);
    expect(await hub.hub.storage.figures()).toMatchObject({ blobs: 2, blobBytes: 100 });
  });

  it('SYN-236 that are not what they are called are thrown away', async () => {
    const hub = await startTestHub({ engine });
    const device = await hub.device();
    const content = randomBytes(5000);
    const hash = sha256(randomBytes(8));
    const damaged = await putPart(device, { hash, bytes: content, offset: 0, size: 5000 });
    expect([damaged.status, await damaged.json()]).toMatchObject([422, { code: 'OUT-SYN-036' }]);
    expect((await device.request(`${hubPaths.blobs}/${hash}`, { method: 'HEAD' })).status).toBe(404);
    expect(await hub.hub.storage.figures()).toMatchObject({ blobs: 0 });
  });
});

describe('attachments beyond the limit', () => {
  it('SYN-237 are refused at their first part', async () => {
    const hub = await startTestHub({ limits: { blob: 1000 } });
    const device = await hub.device();
    const response = await putPart(device, { hash: 'a'.repeat(64), bytes: new Uint8Array(10), size: 1001 });
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'OUT-SYN-038' }]);
  });
});
