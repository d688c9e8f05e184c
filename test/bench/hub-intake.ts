import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { takeIn } from '#server/intake/take-in.ts';
import { useNodeCryptography } from '#server/native.ts';
import { openStorage, type StoragePlace } from '#server/storage/open.ts';
import type { Storage } from '#server/storage/storage.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { openRun } from '#shared/sync/wire.ts';
import { Device } from '../support/device.ts';
import { startPostgres } from '../support/postgres-cluster.ts';

/** How fast a hub takes entries in, fsynced, with every hash and signature checked, beside the same bytes unchecked. */
const entries = 20_000;
const runSizes = [1000, 50];
const rounds = 5;

interface Material {
  readonly device: Device;
  readonly runs: readonly PackedRun[];
  readonly runSize: number;
}

function makeMaterial(runSize: number, workspace: string): Material {
  const device = Object.assign(new Device(), { workspace });
  device.write(entries, 'Called the unit back, the line was down again; the operator rebooted the modem.');
  const runs: PackedRun[] = [];
  for (let from = 1; from <= entries; from += runSize) runs.push(device.run(from, from + runSize - 1));
  return { device, runs, runSize };
}

async function makeWorkspace(storage: Storage, id: string, { device }: Material): Promise<void> {
  await storage.workspaces.add({ id, name: 'Unit', marking: '', madeAt: 1 });
  await storage.replicas.add({
    workspace: id,
    replica: device.replica,
    name: 'Laptop',
    shortCode: '7K',
    kind: 'device',
    signKey: device.keys.sign.public,
    boxKey: device.keys.box.public,
    enrolledAt: 1,
    codeHash: null,
    through: null,
    revokedAt: null,
  });
}

/** Runs of one request, as a device sends them. */
function requestsOf({ runs, runSize }: Material): (readonly PackedRun[])[] {
  const size = Math.max(1, Math.floor(5000 / runSize));
  return Array.from({ length: Math.ceil(runs.length / size) }, (_, index) =>
    runs.slice(index * size, (index + 1) * size),
  );
}

async function checked(storage: Storage, workspace: string, material: Material): Promise<void> {
  for (const runs of requestsOf(material)) {
    const { refused } = await takeIn(storage, { workspace, sender: material.device.replica, runs, isTold: true, now: 1 });
    if (refused.length > 0) throw new Error(refused[0]?.message);
  }
}

async function unchecked(storage: Storage, workspace: string, material: Material): Promise<void> {
  const { replica } = material.device;
  let prev = '';
  for (const runs of requestsOf(material)) {
    await storage.inWorkspace(workspace, ({ logs }) =>
      logs.append(
        workspace,
        runs.map(({ from, to, bytes, signature }) => {
          const row = {
            replica,
            first: from,
            last: to,
            prev,
            head: `head-${to}`,
            via: replica,
            receivedAt: 1,
          };
          prev = row.head;
          return { ...row, signature: signature ?? null, bytes };
        }),
      ),
    );
  }
}

/** A row for every entry, as a hub would keep them that does not pack. */
async function asRows(storage: Storage, workspace: string, material: Material): Promise<void> {
  await storage.replace(async (db) => {
    await sql`create table if not exists "plain" (workspace text, replica text, seq bigint, body text, primary key (workspace, replica, seq))`.execute(
      db,
    );
  });
  const rows = material.device.entries.map(({ seq, replica, ...rest }) => ({
    workspace,
    replica,
    seq,
    body: JSON.stringify(rest),
  }));
  for (let start = 0; start < rows.length; start += 5000) {
    await storage.replace(async (db) => {
      for (let at = start; at < Math.min(rows.length, start + 5000); at += 1000) {
        const values = rows
          .slice(at, at + 1000)
          .map(({ replica, seq, body }) => sql`(${workspace}, ${replica}, ${seq}, ${body})`);
        await sql`insert into "plain" values ${sql.join(values)}`.execute(db);
      }
    });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function timed(work: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const ways = { checked, unchecked, asRows };

async function measure(name: string, place: StoragePlace): Promise<void> {
  const storage = await openStorage(place);
  for (const runSize of runSizes) {
    const times: Record<string, number[]> = { checked: [], unchecked: [], asRows: [], unpack: [] };
    for (let round = 0; round <= rounds; round += 1) {
      for (const [way, work] of Object.entries(ways)) {
        const workspace = `${way}-${runSize}-${round}`;
        const material = makeMaterial(runSize, workspace);
        await makeWorkspace(storage, workspace, material);
        const time = await timed(() => work(storage, workspace, material));
        if (round > 0) times[way]?.push(time);
        if (way === 'checked' && round > 0) {
          times['unpack']?.push(
            await timed(() => {
              let prev = '';
              for (const { bytes } of material.runs) prev = openRun(bytes, { prev }).head.hash;
            }),
          );
        }
      }
    }
    const rates = Object.entries(times).map(
      ([way, values]) => `${way} ${Math.round(entries / (median(values) / 1000)).toLocaleString('en')}/s`,
    );
    console.log(`${name}, runs of ${runSize}: ${rates.join(' · ')}`);
  }
  await storage.close();
}

useNodeCryptography();
const folder = mkdtempSync(join(tmpdir(), 'outpost-bench-'));
await measure('SQLite', { file: join(folder, 'hub.db') });
const postgres = await startPostgres();
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
await client.query('create database bench');
await client.end();
await measure('PostgreSQL', { url: postgres.url.replace('/postgres?', '/bench?') });
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
