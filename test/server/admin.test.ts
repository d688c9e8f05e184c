import { describe, expect, it } from 'vitest';
import {
  apiPrefix,
  codeSchema,
  codesSchema,
  deadLettersSchema,
  healthSchema,
  hubPaths,
  readySchema,
  replicasSchema,
  storageSchema,
  workspaceSchema,
  workspacesSchema,
} from '#shared/contracts/hub.ts';
import { Device } from '#test/support/device.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

describe.each(engines)('administration on %s', (engine) => {
  it('SYN-280 shows workspaces, devices with lag and last contact, codes and storage as the contract says', async () => {
    const hub = await startTestHub({ engine });
    const made = await hub.admin(hubPaths.adminWorkspaces, {
      method: 'POST',
      body: JSON.stringify({ name: 'Second unit', marking: 'CUI' }),
    });
    expect(made.status).toBe(201);
    const second = workspaceSchema.parse(await made.json());
    const code = codeSchema.parse(
      await (
        await hub.admin(hubPaths.adminCodes, {
          method: 'POST',
          body: JSON.stringify({ workspace: second.id, label: 'Laptop of Ada', hours: 1 }),
        })
      ).json(),
    );
    const device = new Device();
    const enrolled = await device.enrol(hub.address, code.code ?? '');
    expect(enrolled.workspace).toEqual({ id: second.id, name: 'Second unit', marking: 'CUI' });
    device.write(12);
    await device.sync();
    const idle = new Device();
    const another = await hub.admin(hubPaths.adminCodes, {
      method: 'POST',
      body: JSON.stringify({ workspace: second.id, label: 'Idle' }),
    });
    await idle.enrol(hub.address, codeSchema.parse(await another.json()).code ?? '');

    const workspaces = workspacesSchema.parse(await (await hub.admin(hubPaths.adminWorkspaces)).json());
    expect(workspaces.map(({ name, replicas, entries }) => [name, replicas, entries])).toEqual([
      ['Unit', 1, 0],
      ['Second unit', 3, 12],
    ]);
    const path = `${hubPaths.adminReplicas}?workspace=${second.id}`;
    const replicas = replicasSchema.parse(await (await hub.admin(path)).json());
    const rowOf = (replica: string) => replicas.find((row) => row.replica === replica);
    expect(rowOf(device.replica)).toMatchObject({ entries: 12, lag: 0, kind: 'device' });
    expect(rowOf(device.replica)?.lastContact).toBeGreaterThan(0);
    expect(rowOf(idle.replica)).toMatchObject({ entries: 0, lag: 12 });
    expect(rowOf(idle.replica)).not.toHaveProperty('lastContact');
    const codes = codesSchema.parse(
      await (await hub.admin(`${hubPaths.adminCodes}?workspace=${second.id}`)).json(),
    );
    expect(codes).toMatchObject([{ label: 'Laptop of Ada', usedBy: device.replica }, { label: 'Idle' }]);
    expect(codes[0]).not.toHaveProperty('code');
    const storage = storageSchema.parse(await (await hub.admin(hubPaths.adminStorage)).json());
    expect(storage).toMatchObject({ workspaces: 2, entries: 12, deadLetters: 0 });
    expect(deadLettersSchema.parse(await (await hub.admin(hubPaths.adminDeadLetters)).json())).toEqual([]);
  });

  it('SYN-281 needs a token, and a token taken back is worth nothing', async () => {
    const hub = await startTestHub({ engine });
    expect((await hub.admin(hubPaths.adminStorage)).status).toBe(200);
    await hub.hub.storage.tokens.revoke('Test', 1);
    const refused = await hub.admin(hubPaths.adminStorage);
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'OUT-SYN-029' }]);
    const bare = await fetch(`${hub.address}${apiPrefix}${hubPaths.adminStorage}`);
    expect(bare.status).toBe(401);
  });
});

describe('the figures for watchers', () => {
  it('SYN-282 count what came in, and name no record', async () => {
    const hub = await startTestHub();
    const device = await hub.device();
    device.write(7, 'secret text');
    await device.sync();
    const text = await (await fetch(`${hub.address}${apiPrefix}${hubPaths.metrics}`)).text();
    expect(text).toContain('outpost_hub_entries_taken_in_total 7');
    expect(text).toContain('outpost_hub_request_seconds_bucket');
    expect(text).not.toContain('secret');
    const ready = await fetch(`${hub.address}${apiPrefix}${hubPaths.ready}`);
    expect(readySchema.parse(await ready.json())).toEqual({ status: 'ok', checks: { storage: 'ok' } });
    const health = await fetch(`${hub.address}${apiPrefix}${hubPaths.health}`);
    expect(healthSchema.parse(await health.json()).version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
