import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { readConfig } from '#server/config.ts';
import { takeIn } from '#server/intake/take-in.ts';
import { useNodeCryptography } from '#server/native.ts';
import { openStorage, type StoragePlace } from '#server/storage/open.ts';
import type { Storage } from '#server/storage/storage.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { Device } from '../../support/device.ts';
import { startPostgres } from '../../support/postgres-cluster.ts';
import { lineOf, median, type Line } from '../lines.ts';
import type { Setting, Sizes } from './setting.ts';

const runSizes = [1000, 50];

interface Material {
  readonly device: Device;
  readonly runs: readonly PackedRun[];
  readonly runSize: number;
}

function makeMaterial(entries: number, runSize: number, workspace: string): Material {
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

const { deadLetters } = readConfig({}).limits;

async function checked(storage: Storage, workspace: string, material: Material): Promise<void> {
  for (const runs of requestsOf(material)) {
    const { refused } = await takeIn(storage, {
      workspace,
      sender: material.device.replica,
      runs,
      isTold: true,
      now: 1,
      deadLetters,
    });
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

async function timed(work: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const ways = { checked, asRows, unchecked };

/** How fast a hub takes entries in, fsynced, with every hash and signature checked, against the same entries unchecked, a row each. */
export async function measureIntake({ sizes, folder }: Setting): Promise<readonly Line[]> {
  useNodeCryptography();
  const onSqlite = await measureOn('SQLite', { file: join(folder, 'intake.db') }, sizes);
  const postgres = await startPostgres();
  try {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('create database bench');
    await client.end();
    const place = { url: postgres.url.replace('/postgres?', '/bench?') };
    return [...onSqlite, ...(await measureOn('PostgreSQL', place, sizes))];
  } finally {
    await postgres.stop();
  }
}

async function measureOn(name: string, place: StoragePlace, sizes: Sizes): Promise<readonly Line[]> {
  const storage = await openStorage(place);
  try {
    const lines: Line[] = [];
    for (const runSize of runSizes) lines.push(await measureRuns(storage, name, runSize, sizes));
    return lines;
  } finally {
    await storage.close();
  }
}

async function measureRuns(
  storage: Storage,
  name: string,
  runSize: number,
  { intake: entries, rounds }: Sizes,
): Promise<Line> {
  const times: Record<keyof typeof ways, number[]> = { checked: [], asRows: [], unchecked: [] };
  for (let round = -1; round < rounds; round += 1) {
    // Signatures name the workspace; only who checks looks at them.
    const material = makeMaterial(entries, runSize, `checked-${runSize}-${round}`);
    for (const way of ['checked', 'asRows', 'unchecked'] as const) {
      const workspace = `${way}-${runSize}-${round}`;
      await makeWorkspace(storage, workspace, material);
      const time = await timed(() => ways[way](storage, workspace, material));
      if (round >= 0) times[way].push(time);
    }
  }
  const rate = (way: keyof typeof ways) =>
    `${Math.round((entries * 1000) / median(times[way])).toLocaleString('en')}/s`;
  const ratios = times.asRows.map((time, round) => time / (times.checked[round] ?? NaN));
  return lineOf(
    {
      what: `hub intake, ${name}, runs of ${runSize}: all checked, against the same entries unchecked, a row each`,
      value: median(ratios),
      unit: '×',
      detail: `${rate('checked')} against ${rate('asRows')}; packed runs stored unread ${rate('unchecked')}`,
    },
    { least: 0.5 },
  );
}
