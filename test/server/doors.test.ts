import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { apiPrefix, hubHeaders, hubPaths } from '#shared/contracts/hub.ts';
import { makeToken } from '#server/hub/tokens.ts';
import { HubAbove } from '#server/jobs/upstream/hub-above.ts';
import { AdminBrowser, codeIn } from '#test/support/admin-browser.ts';
import { startTestHub } from '#test/support/hub.ts';
import { openLaptop } from '#test/support/open-laptop.ts';
import { requestRaw } from '#test/support/raw-request.ts';

const forDevices = [hubPaths.enrol, hubPaths.exchange, hubPaths.live, hubPaths.directory, hubPaths.blobs];
const closed = [hubPaths.health, hubPaths.metrics, hubPaths.adminStorage, hubPaths.adminSession, '/none'];

describe('names', () => {
  it('SYN-710 the hub answers by its own names and by numbers, and by no name of somebody else', async () => {
    const hub = await startTestHub({ names: ['hub.unit.example', '*.hubs.example'] });
    const { port } = new URL(hub.address);
    const asked = (host: string, path = `${apiPrefix}${hubPaths.health}`) =>
      requestRaw(hub.address, path, { headers: { host } });
    for (const host of [
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
      '10.9.8.7',
      `localhost:${port}`,
      `LOCALHOST:${port}`,
      `${hostname()}.local`,
      `hub.unit.example:${port}`,
      'a.hubs.example',
    ]) {
      expect([host, (await asked(host)).status]).toEqual([host, 200]);
    }
    for (const host of [
      'evil.example',
      `127.0.0.1.evil.example:${port}`,
      'localhost.evil.example',
      'hubs.example',
      'a.b.hubs.example',
      'hub.unit.example.evil',
      'user@127.0.0.1',
    ]) {
      for (const path of [
        '/',
        ...forDevices.map((one) => apiPrefix + one),
        ...closed.map((one) => apiPrefix + one),
      ]) {
        const answer = await asked(host, path);
        expect([host, path, answer.status, codeIn(answer)]).toEqual([host, path, 421, 'OUT-SYN-060']);
        expect(answer.text).toContain('OUTPOST_HUB_NAMES');
      }
    }
  });
});

describe('origins', () => {
  const headers = { origin: 'https://evil.example' };

  it('SYN-711 what devices ask is open to pages of any origin without cookies, all else is closed', async () => {
    const hub = await startTestHub();
    for (const path of [...forDevices, `${hubPaths.blobs}/x`]) {
      const answer = await requestRaw(hub.address, apiPrefix + path, { headers });
      expect([path, answer.headers['access-control-allow-origin']]).toEqual([path, '*']);
      expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
      const { status } = await requestRaw(hub.address, apiPrefix + path, { method: 'OPTIONS', headers });
      expect([path, status]).toEqual([path, 204]);
    }
    for (const path of [...closed, hubPaths.adminWorkspaces, `${hubPaths.exchange}s`]) {
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await requestRaw(hub.address, apiPrefix + path, { method, headers });
        const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control'));
        expect([method, path, allowed]).toEqual([method, path, []]);
      }
    }
  });

  it('SYN-712 pages of others ask nothing of the administration, not even with a token', async () => {
    const hub = await startTestHub();
    const token = await makeToken(hub.hub.storage.tokens, 'Script', hub.hub.clock.now());
    const asked = (more: Readonly<Record<string, string>>) =>
      requestRaw(hub.address, apiPrefix + hubPaths.adminStorage, {
        headers: { authorization: `Bearer ${token}`, ...more },
      });
    expect((await asked({})).status).toBe(200);
    for (const foreign of [headers, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
      const answer = await asked(foreign);
      expect([answer.status, codeIn(answer)]).toEqual([403, 'OUT-SYN-062']);
    }
    const typed = { 'sec-fetch-site': 'none' };
    const byHand = await requestRaw(hub.address, apiPrefix + hubPaths.adminStorage, { headers: typed });
    expect(codeIn(byHand)).toBe('OUT-SYN-029');
  });
});

describe('limits', () => {
  it('SYN-713 each replica has its own budget of requests, and nobody spends in its name', async () => {
    const hub = await startTestHub({ limits: { replicaRequestsPerMinute: 4 } });
    const [device, other] = [await hub.device(), await hub.device()];
    const forged = device.signedHeaders('GET', `${apiPrefix}${hubPaths.blobs}`);
    for (let round = 0; round < 10; round += 1) {
      const headers = { ...forged, [hubHeaders.signature]: 'A'.repeat(86) };
      expect((await requestRaw(hub.address, apiPrefix + hubPaths.blobs, { headers })).status).toBe(401);
    }
    for (let round = 0; round < 4; round += 1)
      expect((await device.request(hubPaths.blobs)).status).toBe(200);
    const refused = await device.request(hubPaths.blobs);
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'OUT-SYN-064' }]);
    const wait = Number(refused.headers.get('retry-after'));
    expect([wait > 0, wait <= 60]).toEqual([true, true]);
    expect((await other.request(hubPaths.blobs)).status).toBe(200);
  });

  it('SYN-713 and of bytes, both ways', async () => {
    const hub = await startTestHub({ limits: { replicaBytesPerMinute: 20_000 } });
    const [writer, reader] = [await hub.device(), await hub.device()];
    writer.write(300, 'x'.repeat(300));
    const chunk = { runs: [writer.run()] };
    const statuses: number[] = [];
    for (let round = 0; round < 40 && !statuses.includes(429); round += 1)
      statuses.push((await writer.post(writer.message(chunk))).status);
    expect(statuses).toContain(200);
    expect(statuses).toContain(429);
    const read: number[] = [];
    for (let round = 0; round < 200 && !read.includes(429); round += 1)
      read.push((await reader.post(reader.message({ have: {} }))).status);
    expect(read).toContain(429);
  });

  it('SYN-714 administrators have a budget by the label of their token', async () => {
    const hub = await startTestHub({ limits: { adminRequestsPerMinute: 3 } });
    for (let round = 0; round < 3; round += 1)
      expect((await hub.admin(hubPaths.adminStorage)).status).toBe(200);
    const refused = await hub.admin(hubPaths.adminStorage);
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'OUT-SYN-064' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const browser = new AdminBrowser(hub.address);
    await browser.signIn(await makeToken(hub.hub.storage.tokens, 'Other', hub.hub.clock.now()));
    expect(await browser.statusOf(hubPaths.adminStorage)).toBe(200);
  });

  it('SYN-715 a replica has three live streams at most, and the oldest ends for a new one', async () => {
    const hub = await startTestHub();
    const [device, other] = [await hub.device(), await hub.device()];
    const apart = await other.request(hubPaths.live);
    const streams: Response[] = [];
    for (let count = 0; count < 4; count += 1) streams.push(await device.request(hubPaths.live));
    await streams[0]?.text();
    for (const stream of [...streams.slice(1), apart]) await stream.body?.cancel();
    const metrics = await (await fetch(`${hub.address}${apiPrefix}${hubPaths.metrics}`)).text();
    expect(Number(/outpost_hub_live_streams (\d+)/.exec(metrics)?.[1])).toBeLessThanOrEqual(4);
  });

  it('SYN-719 a laptop that asked too often comes back when the hub says so, and a person need not wait', async () => {
    const hub = await startTestHub({ limits: { replicaRequestsPerMinute: 12 } });
    const laptop = await openLaptop(hub);
    const { id = '' } = (await laptop.status()).hubs[0]?.hub ?? {};
    await laptop.request({ kind: 'setProfile', hub: id, profile: 'lan' });
    let fault: unknown;
    for (let round = 0; round < 20 && fault === undefined; round += 1)
      await laptop.sync().catch((error: unknown) => {
        fault = error;
      });
    expect(fault).toMatchObject({ problem: { code: 'OUT-SYN-064' } });
    const [status] = (await laptop.status()).hubs;
    expect(status?.phase).toBe('waiting');
    // By itself it would be back within two seconds.
    expect((status?.nextTry ?? 0) - laptop.window.clock.now()).toBeGreaterThan(5_000);
    await expect(laptop.sync()).rejects.toMatchObject({ problem: { code: 'OUT-SYN-064' } });
  });

  it('SYN-719 so does a hub below', async () => {
    const above = await startTestHub({ limits: { replicaRequestsPerMinute: 1 } });
    const device = await above.device();
    const identity = { id: device.replica, keys: device.keys, shortCode: device.shortCode };
    const unit = new HubAbove(above.address, above.workspace, { identity, clock: above.hub.clock });
    await unit.ask('GET', hubPaths.blobs);
    await expect(unit.ask('GET', hubPaths.blobs)).rejects.toMatchObject({
      status: 429,
      retryAfter: expect.any(Number),
    });
  });
});
