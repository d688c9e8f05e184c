import { describe, expect, test } from 'vitest';
import { openLaptop } from '#test/support/open-laptop.ts';
import { join } from 'node:path';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { SyncedLaptop } from '#test/support/synced-laptop.ts';
import { tempFolder } from '#test/support/temp-folder.ts';
import { backUp } from '#server/commands/backup.ts';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import type { LinkProfile } from './protocol.ts';
import type { HubCall } from './transport.ts';

function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) bytes.set(platformRandom(Math.min(65_536, length - at)), at);
  return bytes;
}

/** Attaches a file to a new record. Returns its hash. */
async function attach(on: SyncedLaptop, bytes: Uint8Array<ArrayBuffer>, name = 'a.bin'): Promise<string> {
  const record = await on.create({ title: name });
  const file = new File([bytes], name);
  const result = await on.window.data.attachments.add(record, file, { audience: 'internal' });
  expect(result?.ok).toBe(true);
  return sha256Hex(bytes);
}

async function place(on: SyncedLaptop, hash: string) {
  return (await on.window.data.attachments.places([hash])).get(hash);
}

/** The content as the laptop reads it; undefined where it is not there. */
async function content(on: SyncedLaptop, hash: string): Promise<Uint8Array | undefined> {
  return (await place(on, hash))?.here === 'whole' ? on.window.data.attachments.read(hash) : undefined;
}

async function useLink(on: SyncedLaptop, hub: TestHub, profile: LinkProfile): Promise<void> {
  const [status] = (await on.status()).hubs;
  expect(status?.hub.address).toBe(hub.address);
  await on.request({ kind: 'setProfile', hub: status?.hub.id ?? '', profile });
  await on.engine.settled();
}

const isFile = ({ path }: HubCall) => path.includes('/blobs/');

async function files(on: SyncedLaptop) {
  const { toSend, toFetch, held } = (await on.status()).hubs[0]?.files ?? {};
  return [toSend?.count, toFetch?.count, held?.count];
}

describe('files between laptops', () => {
  test('ATT-20 what is attached on one laptop is on the other after both exchanged', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const bytes = bytesOf(700_000);
    const hash = await attach(a, bytes);
    expect(await files(a)).toEqual([1, 0, 0]);
    await a.syncFiles();
    expect(await place(a, hash)).toMatchObject({ here: 'whole', isAtHub: true });
    await b.syncFiles();
    expect(Buffer.compare((await content(b, hash))!, bytes)).toBe(0);
    expect([await files(a), await files(b)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('ATT-21 entries go before files, and new entries before the rest of a file', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const hash = await attach(a, bytesOf(640_000));
    const calls: string[] = [];
    let late: Promise<void> | undefined;
    a.onCall = async (call, send) => {
      calls.push(isFile(call) ? call.method : 'exchange');
      // Somebody writes, and exchanges, while the third piece is on its way.
      if (calls.filter((one) => one === 'PUT').length === 3 && !late) {
        await a.create({ title: 'urgent' });
        late = a.sync();
      }
      return send();
    };
    await a.sync();
    await expect.poll(() => late !== undefined).toBe(true);
    await late;
    await a.engine.settled();
    expect(calls[0]).toBe('exchange');
    const urgent = calls.lastIndexOf('exchange');
    expect(calls.slice(0, urgent).filter((one) => one === 'PUT')).toHaveLength(3);
    // It went on where it stopped: 640 kB in pieces of 64 kB are ten pieces, whatever came between.
    expect(calls.filter((one) => one === 'PUT')).toHaveLength(10);
    expect(await place(a, hash)).toMatchObject({ isAtHub: true });
  });

  test('ATT-22 a transfer that is cut in the middle goes on from there, both ways', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const bytes = bytesOf(640_000);
    const hash = await attach(a, bytes);
    for (const [one, method] of [
      [a, 'PUT'],
      [b, 'GET'],
    ] as const) {
      let passed = 0;
      one.onCall = (call, send) => {
        if (isFile(call) && call.method === method && ++passed > 4)
          throw new TypeError('The connection was cut.');
        return send();
      };
      await one.syncFiles();
      expect((await one.status()).hubs[0]?.files.fault?.code).toBe('OUT-SYN-050');
      one.onCall = (call, send) => {
        if (call.method === method) passed += 1;
        return send();
      };
      await one.syncFiles();
      // Four before the cut, the one that was cut, six after it.
      expect([method, passed]).toEqual([method, 11]);
      expect((await one.status()).hubs[0]?.files.fault).toBeUndefined();
    }
    expect(Buffer.compare((await content(b, hash))!, bytes)).toBe(0);
  });

  test('ATT-22 an answer that was lost does no harm', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const bytes = bytesOf(200_000);
    const hash = await attach(a, bytes);
    let isLost = false;
    a.onCall = async (call, send) => {
      const answer = await send();
      if (isFile(call) && call.method === 'PUT' && !isLost) {
        isLost = true;
        throw new TypeError('The connection was cut.');
      }
      return answer;
    };
    await a.syncFiles();
    await a.syncFiles();
    await b.syncFiles();
    expect(Buffer.compare((await content(b, hash))!, bytes)).toBe(0);
  });

  test('ATT-23 a flipped byte is noticed, thrown away and asked for again', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const bytes = bytesOf(150_000);
    const hash = await attach(a, bytes);
    let flips = 1;
    a.onCall = (call, send) => {
      if (isFile(call) && call.body && flips-- > 0) call.body[9] = (call.body[9] ?? 0) ^ 1;
      return send();
    };
    await a.syncFiles();
    expect((await a.status()).hubs[0]?.files.fault?.code).toBe('OUT-SYN-007');
    await a.syncFiles();
    let damaged = 1;
    b.onCall = async (call, send) => {
      const answer = await send();
      if (!isFile(call) || call.method !== 'GET' || damaged-- <= 0) return answer;
      return { ...answer, bytes: answer.bytes.with(7, (answer.bytes[7] ?? 0) ^ 1) };
    };
    await b.syncFiles();
    expect(Buffer.compare((await content(b, hash))!, bytes)).toBe(0);
  });

  test('ATT-23 what comes damaged every time waits and holds up no other', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const bad = await attach(a, bytesOf(100), 'bad');
    const good = await attach(a, bytesOf(5000), 'good');
    await a.syncFiles();
    let asked = 0;
    b.onCall = async (call, send) => {
      const answer = await send();
      if (!call.path.endsWith(bad)) return answer;
      asked += 1;
      return { ...answer, bytes: answer.bytes.with(0, (answer.bytes[0] ?? 0) ^ 1) };
    };
    await b.syncFiles();
    await b.syncFiles();
    expect(asked).toBe(3);
    expect(await content(b, good)).toBeDefined();
    expect(await place(b, bad)).toMatchObject({ here: 'absent' });
    b.onCall = undefined;
    b.window.clock.at += 3_600_000;
    await b.syncFiles();
    expect(await content(b, bad)).toBeDefined();
  });

  test('ATT-24 the same content goes over the link once', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const bytes = bytesOf(100_000);
    await attach(a, bytes, 'one.bin');
    await attach(a, bytes, 'two.bin');
    await attach(b, bytes, 'three.bin');
    let sent = 0;
    for (const one of [a, b]) {
      one.onCall = (call, send) => {
        if (isFile(call)) sent += call.body?.length ?? 0;
        if (isFile(call)) expect(call.method).not.toBe('GET');
        return send();
      };
      await one.syncFiles();
    }
    expect(sent).toBe(100_000);
    expect(await hub.hub.storage.figures()).toMatchObject({ blobs: 1 });
  });

  test('ATT-25 what is larger than the link takes waits until a person asks for it', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const large = await attach(a, bytesOf(2_100_000), 'large');
    const small = await attach(a, bytesOf(1000), 'small');
    await a.syncFiles();
    expect([await place(a, small), await place(a, large)]).toMatchObject([
      { isAtHub: true },
      { isAtHub: false },
    ]);
    expect(await files(a)).toEqual([1, 0, 1]);
    await a.request({ kind: 'wantFile', hash: large });
    await a.engine.settled();
    expect(await place(a, large)).toMatchObject({ isAtHub: true, isWanted: false });
    await b.syncFiles();
    expect([(await place(b, small))?.here, (await place(b, large))?.here]).toEqual(['whole', 'absent']);
    expect(await files(b)).toEqual([0, 1, 1]);
    await b.request({ kind: 'wantFile', hash: large });
    await b.engine.settled();
    expect(await place(b, large)).toMatchObject({ here: 'whole', isWanted: false });
  });

  test('ATT-25 a thin link takes 64 kB by itself, a LAN all; small and new ones go first', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const sizes = [3_000_000, 70_000, 900, 600];
    const hashes: string[] = [];
    for (const size of sizes) hashes.push(await attach(a, bytesOf(size)));
    const order: string[] = [];
    a.onCall = (call, send) => {
      if (call.method === 'HEAD') order.push(call.path.slice(-64));
      return send();
    };
    await useLink(a, hub, 'thin');
    await a.syncFiles();
    expect(new Set(order)).toEqual(new Set([hashes[3], hashes[2]]));
    await useLink(a, hub, 'lan');
    await a.syncFiles();
    expect(order.slice(-2)).toEqual([hashes[1], hashes[0]]);
  });

  test('ATT-26 what the hub finds too large stays on the device and holds up no other', async () => {
    const hub = await startTestHub({ limits: { blob: 1000 } });
    const a = await openLaptop(hub);
    const small = await attach(a, bytesOf(800), 'small');
    const large = await attach(a, bytesOf(1100), 'large');
    await a.syncFiles();
    expect([await place(a, small), await place(a, large)]).toMatchObject([
      { isAtHub: true },
      { isAtHub: false },
    ]);
    expect(await files(a)).toEqual([1, 0, 0]);
  });

  test('ATT-27 a hub restored from an old backup gets again what it lost', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const backup = join(await tempFolder(), 'hub.backup');
    await a.sync();
    await backUp(hub.hub.storage, backup);
    const hash = await attach(a, bytesOf(100));
    await a.syncFiles();
    await hub.stop();
    const restored = await startTestHub({ place: { file: backup } });
    a.redirect = restored.address;
    await a.syncFiles();
    expect(await restored.hub.storage.figures()).toMatchObject({ blobs: 1 });
    expect(await place(a, hash)).toMatchObject({ isAtHub: true });
  });

  test('ATT-28 a file that was taken back before it was sent stays on its device', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const record = await a.create({ title: 'x' });
    const file = new File([bytesOf(100)], 'a');
    const result = await a.window.data.attachments.add(record, file, { audience: 'internal' });
    if (!result?.ok) throw new Error('It was refused.');
    await a.window.must({ kind: 'undo', entries: result.value.entries });
    await a.syncFiles();
    expect(await hub.hub.storage.figures()).toMatchObject({ blobs: 0 });
    expect(await files(a)).toEqual([0, 0, 0]);
  });

  test('ATT-2 an empty file goes to the hub and on to others', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const hash = await attach(a, new Uint8Array());
    await a.syncFiles();
    expect(await place(a, hash)).toMatchObject({ here: 'whole', isAtHub: true });
    await b.syncFiles();
    expect(await content(b, hash)).toHaveLength(0);
  });

  test('ATT-29 the history tells how many attachments each exchange sent and received, and their bytes', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await attach(a, bytesOf(300_000), 'one');
    await attach(a, bytesOf(50_000), 'two');
    await a.syncFiles();
    await b.syncFiles();
    const [sent] = await a.window.data.sync.exchanges(1);
    expect(sent).toMatchObject({ sent: 4, filesSent: { count: 2, bytes: 350_000 } });
    const [received] = await b.window.data.sync.exchanges(1);
    expect(received).toMatchObject({ received: 4, filesReceived: { count: 2, bytes: 350_000 } });
  });
});
