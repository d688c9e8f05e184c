import { describe, expect, it } from 'vitest';
import { askSigned, signedHeaders } from '#shared/contracts/hub-request.ts';
import {
  apiPrefix,
  exchangeType,
  hubHeaders,
  hubPaths,
  hubProblemSchema,
  hubTimeHeader,
  signedFor,
} from '#shared/contracts/hub.ts';
import { ensureKeys } from '#renderer/data/sync/device-keys.ts';
import { HubFiles } from '#renderer/data/sync/hub-files.ts';
import { changeHub, readHubs } from '#renderer/data/sync/hub-rows.ts';
import { fetchLiveStream } from '#renderer/data/sync/live.ts';
import { fetchTransport } from '#renderer/data/sync/transport.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import type { Device } from '#test/support/device.ts';
import { openLaptop } from '#test/support/open-laptop.ts';
import { startTestHub } from '#test/support/hub.ts';

const tenYears = 10 * 365.25 * 24 * 3_600_000;

const senderOf = ({ workspace, replica, keys }: Device) => ({
  workspace,
  replica,
  secret: keys.sign.secret,
});

async function codeOf(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, hubProblemSchema.parse(await answer.json()).code];
}

describe('signed requests', () => {
  it('SYN-275 are worth nothing some minutes later, with a body or without', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    device.write(2);
    const body = device.message({ runs: [device.run()] });
    const calls = [
      ['GET', hubPaths.live, undefined],
      ['GET', `${hubPaths.blobs}/${'a'.repeat(64)}`, undefined],
      ['HEAD', `${hubPaths.blobs}/${'a'.repeat(64)}`, undefined],
      ['POST', hubPaths.exchange, body],
    ] as const;
    for (const [method, below, sent] of calls) {
      const path = `${apiPrefix}${below}`;
      for (const at of [Date.now() - signedFor - 1000, Date.now() + signedFor + 60_000]) {
        const overheard = signedHeaders(
          senderOf(device),
          { method, path, body: sent ?? new Uint8Array() },
          at,
        );
        for (const shifted of [overheard, { ...overheard, [hubHeaders.at]: String(Date.now()) }]) {
          const answer = await fetch(`${hub.address}${path}`, {
            method,
            headers: { 'content-type': exchangeType, ...shifted },
            ...(sent ? { body: new Uint8Array(sent) } : {}),
          });
          expect(answer.status).toBe(401);
          const isOverheard = shifted === overheard;
          expect(answer.headers.has(hubTimeHeader)).toBe(isOverheard);
          if (method === 'HEAD') continue;
          expect((await codeOf(answer))[1]).toBe(isOverheard ? 'OUT-SYN-048' : 'OUT-SYN-007');
        }
      }
    }
    expect(await hub.hub.storage.logs.vector(hub.workspace)).toEqual({});
  });

  it('SYN-275 need an instant', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    for (const at of ['', 'now', '1e9', '99999999999999999999']) {
      const answer = await device.request(hubPaths.live, { headers: { [hubHeaders.at]: at } });
      expect(await codeOf(answer)).toEqual([401, 'OUT-SYN-048']);
    }
  });

  it('SYN-276 of a laptop that is wrong about the hub’s time come through: exchange, files and live stream', async () => {
    const hub = await startTestHub();
    const laptop = await openLaptop(hub);
    const id = await laptop.create({ title: 'here' });
    const { database } = laptop.window;
    for (const ahead of [tenYears, -tenYears]) {
      const [row] = await readHubs(database);
      await changeHub(database, row?.id ?? '', { ahead });
      await laptop.edit(id, { title: `here ${ahead}` });
      await laptop.syncFiles();
      const [after] = await readHubs(database);
      if (!after) throw new Error('It has joined.');
      expect(Math.abs(Date.now() - laptop.window.clock.now() - (after.ahead ?? 0))).toBeLessThan(60_000);
      const own = { replica: after.replica, keys: await ensureKeys(database, after.replica) };
      const ending = new AbortController();
      for await (const have of fetchLiveStream({ ...after, ahead }, own, ending.signal)) {
        expect(have).toEqual(await laptop.vector());
        break;
      }
      ending.abort();
      const files = new HubFiles({ transport: fetchTransport, clock: systemClock }, { ...after, ahead }, own);
      expect(await files.held('a'.repeat(64))).toBe(0);
    }
  });

  it('SYN-276 of a device whose clock is off by ten years come through, by the time that the hub tells', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    const body = device.message();
    const path = `${apiPrefix}${hubPaths.exchange}`;
    for (const off of [-tenYears, tenYears, -Date.now(), NaN]) {
      let sent = 0;
      const asked = { method: 'POST', path, body };
      const answer = await askSigned(senderOf(device), asked, Date.now() + off, (headers) => {
        sent += 1;
        return fetch(`${hub.address}${path}`, {
          method: 'POST',
          headers: { 'content-type': exchangeType, ...headers },
          body: new Uint8Array(body),
        });
      });
      expect([answer.status, sent]).toEqual([200, 2]);
    }
  });
});
