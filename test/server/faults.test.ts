import { createConnection } from 'node:net';
import { once } from 'node:events';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { apiPrefix, exchangeType, hubPaths, hubProblemSchema } from '#shared/contracts/hub.ts';
import { isProblemCode } from '#shared/kernel/errors.ts';
import type { Device } from '#test/support/device.ts';
import { startTestHub, stateOf, type TestHub } from '#test/support/hub.ts';

/** @returns the code, when the answer is a problem as it has to be. */
async function problemOf(response: Response): Promise<string> {
  const { code } = hubProblemSchema.parse(await response.json());
  expect(isProblemCode(code)).toBe(true);
  return code;
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not happen.');
}

/** Sends text over a bare connection. @returns all that comes back before it ends. */
async function raw(hub: TestHub, parts: readonly (string | Uint8Array)[], isEnding = true): Promise<string> {
  const socket = createConnection(Number(new URL(hub.address).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
  });
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  if (isEnding) socket.end();
  await once(socket, 'close');
  return answer;
}

function head(device: Device, body: Uint8Array, length = body.length): string {
  const path = `${apiPrefix}${hubPaths.exchange}`;
  const signed = Object.entries(device.signedHeaders('POST', path, body));
  const lines = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${exchangeType}\r\nContent-Length: ${length}\r\n${lines}\r\n`;
}

describe('a stop', () => {
  it('SYN-288 lets the running request end, and takes no new one', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    device.write(50);
    const body = device.message({ runs: [device.run()] });
    const socket = createConnection(Number(new URL(hub.address).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString('latin1');
    });
    // The hub says when it has begun to read.
    socket.write(head(device, body).replace('Host: localhost', 'Host: localhost\r\nExpect: 100-continue'));
    await until(() => Promise.resolve(answer.startsWith('HTTP/1.1 100')));
    socket.write(body.subarray(0, 20));
    const stopping = hub.stop();
    await until(() =>
      device.exchange().then(
        () => false,
        () => true,
      ),
    );
    socket.write(body.subarray(20));
    await once(socket, 'close');
    await stopping;
    expect(answer).toContain('200 OK');
    const again = await startTestHub({ place: hub.place });
    expect(await again.hub.storage.logs.vector(hub.workspace)).toEqual({ [device.replica]: 50 });
  });
});

describe('the disk of the hub', () => {
  it('SYN-221 disk full, at the hub: nothing is acknowledged, and all goes on once there is room', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    device.write(5);
    await device.sync();
    const { storage } = hub.hub;
    const limitPages = (pages: number) =>
      storage.replace((db) => sql.raw(`pragma max_page_count = ${pages}`).execute(db));
    const random = () => Array.from({ length: 60 }, () => Math.random().toString(36)).join('');
    await limitPages(1);
    for (let count = 0; count < 20; count += 1) device.write(1, random());
    let response = await device.post(device.message({ runs: [device.run(6)] }));
    for (let count = 0; response.ok && count < 50; count += 1) {
      for (let more = 0; more < 100; more += 1) device.write(1, random());
      const held = (await storage.logs.vector(hub.workspace))[device.replica] ?? 0;
      response = await device.post(device.message({ runs: [device.run(held + 1)] }));
    }
    expect([response.status, await problemOf(response)]).toEqual([503, 'OUT-SYN-032']);
    await limitPages(1_000_000);
    const { have } = await device.sync();
    expect(have).toEqual({ [device.replica]: device.entries.length });
  });
});

describe('bad input', () => {
  it('SYN-271 a message altered anywhere is refused as a whole, by its signature', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    device.write(20);
    const good = device.message({ runs: [device.run()] });
    const before = await stateOf(hub);
    for (let at = 0; at < good.length; at += 41) {
      const bad = good.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      const path = `${apiPrefix}${hubPaths.exchange}`;
      const response = await fetch(`${hub.address}${path}`, {
        method: 'POST',
        headers: { 'content-type': exchangeType, ...device.signedHeaders('POST', path, good) },
        body: bad,
      });
      expect([response.status, await problemOf(response)]).toEqual([401, 'OUT-SYN-007']);
    }
    expect(await stateOf(hub)).toEqual(before);
  });

  it('SYN-272 a 413: a body beyond the limit is refused with a code, whether it says its length or not', async () => {
    const hub = await startTestHub({ limits: { body: 10_000 } });
    const device = await hub.device();
    const response = await device.post(new Uint8Array(10_001));
    expect([response.status, await problemOf(response)]).toEqual([413, 'OUT-SYN-027']);
    const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
    const chunked = head(device, new Uint8Array()).replace('Content-Length: 0', 'Transfer-Encoding: chunked');
    expect(await raw(hub, [chunked, chunk, chunk])).toMatch(/413[^]*OUT-SYN-027/);
    device.write(2);
    expect((await device.sync()).have).toEqual({ [device.replica]: 2 });
  });

  it('SYN-273 a proxy that drops the connection mid-body: nothing is left behind', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    device.write(200);
    const body = device.message({ runs: [device.run()] });
    const before = await stateOf(hub);
    for (const part of [0, 1, body.length - 1]) {
      const socket = createConnection(Number(new URL(hub.address).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(head(device, body));
      socket.write(body.subarray(0, part));
      await new Promise((resolve) => setImmediate(resolve));
      socket.destroy();
    }
    expect(await raw(hub, [head(device, body), body.subarray(0, 10)])).not.toContain('200 OK');
    expect(await stateOf(hub)).toEqual(before);
    expect((await device.sync()).have).toEqual({ [device.replica]: 200 });
  });

  it('SYN-274 what is no HTTP, and what comes too slowly, gets a coded answer', async () => {
    const hub = await startTestHub({ limits: { requestSeconds: 1 } });
    expect(await raw(hub, ['\x16\x03\x01nonsense\r\n\r\n'])).toMatch(/^HTTP\/1.1 400[^]*OUT-SYN-028/);
    const device = await hub.device();
    const body = device.message();
    const started = Date.now();
    expect(await raw(hub, [head(device, body), body.subarray(0, 3)], false)).toMatch(/408[^]*OUT-SYN-043/);
    expect(Date.now() - started).toBeLessThan(40_000);
  });
});
