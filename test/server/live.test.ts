import { createConnection, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { apiPrefix, haveEvent, hubPaths } from '#shared/contracts/hub.ts';
import { fromBase64Url } from '#shared/kernel/canonical.ts';
import { decodeVector } from '#shared/sync/message.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { Device } from '#test/support/device.ts';
import { startHubProcess } from '#test/support/hub-process.ts';
import { emptyPlace, engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';
import { Device as NewDevice } from '#test/support/device.ts';

/** Vectors as they come. */
async function* listen(device: Device): AsyncGenerator<Vector> {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const { body } = await device.request(hubPaths.live, { signal: ending.signal });
  let text = '';
  for await (const part of body ?? []) {
    text += Buffer.from(part as Uint8Array).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, data] = new RegExp(`^event: ${haveEvent}\ndata: (.*)$`).exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (data !== undefined) yield decodeVector(fromBase64Url(data) ?? new Uint8Array());
    }
  }
}

async function until(vectors: AsyncGenerator<Vector>, replica: string, seq: number): Promise<void> {
  for await (const have of vectors) {
    if ((have[replica] ?? 0) >= seq) return;
  }
  throw new Error('The stream ended.');
}

describe.each(engines)('live stream on %s', (engine) => {
  it('SYN-260 begins with what the hub holds and tells of more', async () => {
    const hub = await startTestHub({ engine });
    const writer = await hub.device();
    const reader = await hub.device();
    writer.write(2);
    await writer.sync();
    const vectors = listen(reader);
    expect((await vectors.next()).value).toEqual({ [writer.replica]: 2 });
    writer.write(3);
    await writer.sync();
    await until(vectors, writer.replica, 5);
  });
});

describe('live streams', () => {
  it('SYN-261 tell what came in through another process on the same database', async () => {
    const place = await emptyPlace('postgresql');
    const first = await startHubProcess(place);
    const second = await startHubProcess(place);
    const writer = new NewDevice();
    await writer.enrol(first.address, first.code ?? second.code ?? '').catch(() =>
      // The process that started last made the code that counts.
      writer.enrol(first.address, second.code ?? ''),
    );
    const vectors = listen(Object.assign(Object.create(writer) as Device, { address: second.address }));
    await vectors.next();
    writer.write(4);
    await writer.sync();
    await until(vectors, writer.replica, 4);
    expect([await first.stop(), await second.stop()]).toEqual([0, 0]);
  });

  it('SYN-262 a slow reader, that takes nothing, holds up nobody', async () => {
    const hub = await startTestHub();
    const writer = await hub.device();
    const slow = await hub.device();
    const sockets: Socket[] = [];
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
    for (let count = 0; count < 5; count += 1) {
      const path = `${apiPrefix}${hubPaths.live}`;
      const headers = Object.entries(slow.signedHeaders('GET', path)).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      const socket = createConnection(Number(new URL(hub.address).port), '127.0.0.1');
      socket.pause();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers.join('')}\r\n`);
      sockets.push(socket);
    }
    for (let count = 1; count <= 30; count += 1) {
      writer.write(1);
      const { have } = await writer.exchange({ runs: [writer.run(count)] });
      expect(have).toEqual({ [writer.replica]: count });
    }
  });
});
