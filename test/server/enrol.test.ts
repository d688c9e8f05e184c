import { describe, expect, it } from 'vitest';
import { apiPrefix, hubPaths } from '#shared/contracts/hub.ts';
import { directoryFromJson } from '#shared/contracts/hub-directory.ts';
import { fromBase64Url } from '#shared/kernel/canonical.ts';
import { verifyDirectory } from '#shared/sync/directory.ts';
import { Device } from '#test/support/device.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

describe.each(engines)('enrolment on %s', (engine) => {
  it('SYN-230 gives the same answer again, as answers get lost, and to nobody else', async () => {
    const hub = await startTestHub({ engine });
    const code = await hub.code();
    const device = new Device();
    const first = await device.enrol(hub.address, code);
    const again = await device.enrol(hub.address, code.toLowerCase().replaceAll('-', ' '));
    expect(again).toEqual(first);
    expect(first.workspace.id).toBe(hub.workspace);
    const signKey = fromBase64Url(first.hub.signKey) ?? new Uint8Array();
    expect(verifyDirectory(signKey, directoryFromJson(first.directory))).toBe(true);
    expect(first.directory.replicas.map(({ replica }) => replica)).toContain(device.replica);
    await expect(new Device().enrol(hub.address, code)).rejects.toThrow('OUT-SYN-024');
    const copy = new Device();
    copy.replica = device.replica;
    await expect(copy.enrol(hub.address, await hub.code())).rejects.toThrow('OUT-SYN-025');
  });

  it('SYN-231 no two devices of a workspace have one short code', async () => {
    const hub = await startTestHub({ engine });
    const devices = Array.from({ length: 6 }, () => Object.assign(new Device(), { shortCode: '7K' }));
    const codes = await Promise.all(devices.map(() => hub.code()));
    const answers = await Promise.all(
      devices.map((device, index) => device.enrol(hub.address, codes[index] ?? '')),
    );
    const given = answers.map(({ shortCode }) => shortCode);
    expect(new Set(given).size).toBe(6);
    expect(given).toContain('7K');
  });

  it('SYN-232 codes end: used, cancelled, expired, invented', async () => {
    const hub = await startTestHub({ engine });
    const { codes } = hub.hub.storage;
    const cancelled = await hub.code();
    for (const { id } of await codes.list()) await codes.cancel(id, 1);
    const expired = await hub.code();
    await hub.hub.storage.replace((db) => db.updateTable('codes').set({ expiresAt: 5 }).execute());
    for (const code of [cancelled, expired, 'AAAA-BBBB-CCCC-DDDD', '', '!!']) {
      const response = await fetch(`${hub.address}${apiPrefix}${hubPaths.enrol}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(new Device().enrolBody(code)),
      });
      expect([code, [400, 403].includes(response.status)]).toEqual([code, true]);
    }
    expect(await hub.hub.storage.replicas.list(hub.workspace)).toHaveLength(1);
  });

  it('SYN-233 a revoked device is turned away, everywhere and at once', async () => {
    const hub = await startTestHub({ engine });
    const lost = await hub.device();
    const other = await hub.device();
    const { directory } = await other.exchange();
    const live = await lost.request(hubPaths.live);
    const ended = live.text();
    const path = `${hubPaths.adminReplicas}/${hub.workspace}/${lost.replica}/revoke`;
    expect((await hub.admin(path, { method: 'POST' })).status).toBe(204);
    await expect(lost.exchange()).rejects.toThrow('403 {"code":"OUT-SYN-023"');
    await ended;
    const told = await other.exchange({ directory: directory?.version ?? 0 });
    const row = told.directory?.replicas.find(({ replica }) => replica === lost.replica);
    expect(row?.revokedAt).toBeGreaterThan(0);
    const again = await hub.code();
    await expect(lost.enrol(hub.address, again)).rejects.toThrow('OUT-SYN-023');
    expect((await hub.admin(path, { method: 'POST' })).status).toBe(404);
  });
});

describe('guessing codes', () => {
  it('SYN-234 is slowed down', async () => {
    const hub = await startTestHub({ limits: { enrolsPerMinute: 5 } });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const response = await fetch(`${hub.address}${apiPrefix}${hubPaths.enrol}`, { method: 'POST' });
      statuses.push(response.status);
      if (attempt === 6) expect(await response.json()).toMatchObject({ code: 'OUT-SYN-026' });
    }
    expect(statuses.slice(5)).toEqual([429, 429]);
    expect((await fetch(`${hub.address}${apiPrefix}${hubPaths.health}`)).status).toBe(200);
  });
});
