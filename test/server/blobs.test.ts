import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hubHeaders, hubPaths } from '#shared/contracts/hub.ts';
import type { Device } from '#test/support/device.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

function put(
  device: Device,
  hash: string,
  bytes: Uint8Array,
  offset: number,
  size: number,
): Promise<Response> {
  return device.request(`${hubPaths.blobs}/${hash}`, {
    method: 'PUT',
    body: bytes,
    headers: {
      'content-type': 'application/octet-stream',
      [hubHeaders.offset]: String(offset),
      [hubHeaders.size]: String(size),
    },
  });
}

async function get(device: Device, hash: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let start = 0; ;) {
    const response = await device.request(`${hubPaths.blobs}/${hash}`, {
      headers: { [hubHeaders.offset]: String(start) },
    });
    if (!response.ok) throw new Error(await response.text());
    const part = Buffer.from(await response.arrayBuffer());
    parts.push(part);
    start += part.length;
    if (start >= Number(response.headers.get(hubHeaders.size))) return Buffer.concat(parts);
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(engines)('attachments on %s', (engine) => {
  it('SYN-235 come in parts, go on where they stopped, and are whole for others', async () => {
    const hub = await startTestHub({ engine });
    const device = await hub.device();
    const content = randomBytes(300_000);
    const hash = sha256(content);
    const path = `${hubPaths.blobs}/${hash}`;
    expect((await device.request(path, { method: 'HEAD' })).status).toBe(404);
    expect((await put(device, hash, content.subarray(0, 100_000), 0, 300_000)).status).toBe(202);
    const stopped = await device.request(path, { method: 'HEAD' });
    expect([stopped.status, stopped.headers.get(hubHeaders.offset)]).toEqual([202, '100000']);
    expect((await device.request(path)).status).toBe(404);
    const wrong = await put(device, hash, content.subarray(0, 10), 50, 300_000);
    expect([wrong.status, await wrong.json()]).toMatchObject([409, { code: 'OUT-SYN-037' }]);
    expect((await put(device, hash, content.subarray(100_000), 100_000, 300_000)).status).toBe(201);
    const other = await hub.device();
    expect(Buffer.compare(await get(other, hash), content)).toBe(0);
    expect((await put(other, hash, content.subarray(0, 100), 0, 300_000)).status).toBe(201);
    const few = await other.request(path, {
      headers: { [hubHeaders.offset]: '99990', [hubHeaders.most]: '7' },
    });
    expect(Buffer.compare(Buffer.from(await few.arrayBuffer()), content.subarray(99_990, 99_997))).toBe(0);
  });

  it('SYN-236 that are not what they are called are thrown away', async () => {
    const hub = await startTestHub({ engine });
    const device = await hub.device();
    const content = randomBytes(5000);
    const hash = sha256(randomBytes(8));
    const damaged = await put(device, hash, content, 0, 5000);
    expect([damaged.status, await damaged.json()]).toMatchObject([422, { code: 'OUT-SYN-036' }]);
    expect((await device.request(`${hubPaths.blobs}/${hash}`, { method: 'HEAD' })).status).toBe(404);
    expect(await hub.hub.storage.figures()).toMatchObject({ blobs: 0 });
  });
});

describe('attachments beyond the limit', () => {
  it('SYN-237 are refused at their first part', async () => {
    const hub = await startTestHub({ limits: { blob: 1000 } });
    const device = await hub.device();
    const response = await put(device, 'a'.repeat(64), new Uint8Array(10), 0, 1001);
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'OUT-SYN-038' }]);
  });
});
