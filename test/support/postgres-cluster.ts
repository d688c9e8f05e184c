import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureProgram } from '../../build/lib/find-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's private PostgreSQL; each test makes a database of its own in it. */
    postgres: string;
  }
}

const debianFolder = '/usr/lib/postgresql';

function findInitdb(): string {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).sort().reverse() : [];
  return ensureProgram({
    title: 'PostgreSQL',
    variable: 'OUTPOST_INITDB',
    names: ['initdb'],
    places: versions.map((version) => join(debianFolder, version, 'bin/initdb')),
    debianPackage: 'postgresql',
  });
}

/** PostgreSQL refuses to run as root: then another user of this machine has to do it. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL needs a user postgres on this machine: install it (Debian: apt-get install postgresql).',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

async function waitUntilReady(url: string, problem: () => string | undefined): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      const stopped = problem();
      if (stopped !== undefined) throw new Error(`PostgreSQL did not start: ${stopped}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('PostgreSQL did not answer.');
}

export interface PrivatePostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** For one run of the tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgres', url);
  return stop;
}

/** A private PostgreSQL in a temporary folder: real fsync, reachable through its folder only. */
export async function startPostgres(): Promise<PrivatePostgres> {
  const binaries = dirname(findInitdb());
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'outpost-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'outpost', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=200'],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-2000);
  });
  const url = `postgres://outpost@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await waitUntilReady(url, () => (server.exitCode === null ? undefined : output));
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
