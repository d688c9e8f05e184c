import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { HubHost } from '#electron/main/hub-host.ts';
import type { ForkHub } from '#electron/main/hub-child.ts';
import type { HostedHubStatus } from '#shared/contracts/bridge.ts';
import { apiPrefix, hubPaths } from '#shared/contracts/hub.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { Device } from '#test/support/device.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

/** What `utilityProcess.fork` is on the desktop, by Node's own means. */
const forkByNode: ForkHub = (path, args, { env }) => {
  const child = fork(path, args, { env, silent: true });
  return {
    pid: child.pid,
    stdout: child.stdout,
    stderr: child.stderr,
    postMessage: (message) => void child.send(message as string | object),
    kill: () => child.kill(),
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as () => void),
  };
};

const workspace = { name: 'Second Signal Company', marking: 'CUI' };

interface Wish {
  readonly folder?: string;
  readonly entry?: string;
}

async function newHost({ folder, entry }: Wish = {}) {
  const told: HostedHubStatus[] = [];
  const place = folder ?? join(await tempFolder(), 'hub');
  const host = new HubHost({
    fork: forkByNode,
    entry: entry ?? inject('hubBundle'),
    folder: place,
    page: 'nowhere',
    environment: { ...process.env, DATABASE_URL: 'postgres://elsewhere/x' },
    onStatus: (status) => told.push(status),
    firstPause: 20,
  });
  onTestFinished(() => host.close());
  return { host, told, folder: place };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function health(address: string | undefined): Promise<number> {
  return (await fetch(`${address ?? ''}${apiPrefix}${hubPaths.health}`)).status;
}

async function running(host: HubHost, than?: number): Promise<HostedHubStatus> {
  await vi.waitFor(
    () => {
      if (host.status().state !== 'running' || host.pid === than) throw new Error(host.status().state);
    },
    { timeout: 30_000, interval: 50 },
  );
  return host.status();
}

describe('a hub on a laptop', () => {
  it('SYN-601 starts, is reached under the addresses it shows, and takes devices in with its codes', async () => {
    const { host, told } = await newHost();
    expect(host.status()).toMatchObject({ state: 'off', port: 4790, addresses: [] });
    const port = await freePort();
    const status = await host.start({ port, name: 'Desk hub', workspace });
    expect(status).toMatchObject({ state: 'running', port, address: `http://127.0.0.1:${port}` });
    expect(told.map(({ state }) => state)).toEqual(expect.arrayContaining(['starting', 'running']));
    for (const address of [status.address, ...status.addresses]) expect(await health(address)).toBe(200);
    const first = new Device();
    const enrolled = await first.enrol(status.address ?? '', status.code ?? '');
    expect(enrolled).toMatchObject({ workspace, hub: { id: status.hub, name: 'Desk hub' } });
    first.write(5);
    await first.sync();
    const { code, expiresAt } = await host.newCode('Second laptop');
    expect(expiresAt).toBeGreaterThan(Date.now());
    const second = new Device();
    await second.enrol(status.address ?? '', code);
    await second.sync();
    expect(second.others.get(first.replica)).toEqual(first.entries);
  });

  it('SYN-602 holds the workspace that the laptop has records of', async () => {
    const { host } = await newHost();
    const id = newRecordId(Date.now());
    const status = await host.start({ port: await freePort(), name: 'Hub', workspace: { ...workspace, id } });
    const device = new Device();
    await device.enrol(status.address ?? '', status.code ?? '');
    expect(device.workspace).toBe(id);
  });

  it('SYN-603 killed, it comes back by itself with all that it held', async () => {
    const { host, told } = await newHost();
    const { address = '', code = '' } = await host.start({ port: await freePort(), name: 'Hub', workspace });
    const device = new Device();
    await device.enrol(address, code);
    device.write(7);
    await device.sync();
    const before = host.pid ?? 0;
    process.kill(before, 'SIGKILL');
    expect(await running(host, before)).toMatchObject({ address });
    expect(told).toContainEqual(
      expect.objectContaining({
        state: 'waiting',
        problem: expect.objectContaining({ code: 'OUT-SHL-010' }) as unknown,
      }),
    );
    device.write(1);
    expect((await device.sync()).have).toEqual({ [device.replica]: 8 });
  });

  it('SYN-604 stopped, it ends and stays off; closed with the application, it is back with the next start', async () => {
    const { host, folder } = await newHost();
    const { address, hub } = await host.start({ port: await freePort(), name: 'Hub', workspace });
    const { pid } = host;
    await host.close();
    await expect(health(address)).rejects.toThrow();
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
    const next = await newHost({ folder });
    await next.host.resume();
    expect(await running(next.host)).toMatchObject({ address, hub });
    expect(await next.host.stop()).toMatchObject({ state: 'off', addresses: [] });
    await expect(health(address)).rejects.toThrow();
    await expect(next.host.newCode('Late')).rejects.toThrow('OUT-SHL-011');
    const last = await newHost({ folder });
    await last.host.resume();
    expect(last.host.status()).toMatchObject({ state: 'off', name: 'Hub' });
  });

  it('SYN-605 a port that is taken, a folder and a program that are not usable: told with a code, and off', async () => {
    const { host, folder } = await newHost();
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '0.0.0.0', () => resolve((taken.address() as { port: number }).port)),
    );
    onTestFinished(() => void taken.close());
    const wish = { port, name: 'Hub', workspace };
    await expect(host.start(wish)).rejects.toThrow('OUT-SYN-044');
    expect(host.status()).toMatchObject({ state: 'off', port, problem: { code: 'OUT-SYN-044' } });
    expect(await readFile(join(folder, 'hub.log'), 'utf8')).toContain('OUT-SYN-044');
    const free = { ...wish, port: await freePort() };
    expect(await host.start(free)).toMatchObject({ state: 'running', port: free.port });

    const file = join(await tempFolder(), 'file');
    await writeFile(file, '');
    const blocked = await newHost({ folder: file });
    await expect(blocked.host.start(free)).rejects.toThrow('OUT-SHL-009');
    await writeFile(join(folder, 'not-a-hub.mjs'), 'process.exit(3);');
    const broken = await newHost({ entry: join(folder, 'not-a-hub.mjs') });
    await expect(broken.host.start(free)).rejects.toThrow('OUT-SHL-010');
    expect(broken.host.status().state).toBe('off');
  });

  it('SYN-605 a database that is not one: told with the code of the hub', async () => {
    const { host, folder } = await newHost();
    const wish = { port: await freePort(), name: 'Hub', workspace };
    await host.start(wish);
    await host.stop();
    await writeFile(join(folder, 'hub.db'), 'This is no database. '.repeat(400));
    await expect(host.start(wish)).rejects.toThrow('OUT-SYN-034');
  });
});
