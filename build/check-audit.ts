import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditAllowedSchema } from './lib/audit-allowed.ts';
import { checkLockfile } from './lib/check-lockfile.ts';
import { judgeAudit } from './lib/known-vulnerabilities.ts';
import { projectRoot } from './lib/paths.ts';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function read(path: string): Promise<string> {
  return readFile(join(projectRoot, path), 'utf8');
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await read(path));
}

/** What npm prints; it ends with 1 where it finds something, and where nobody answers. */
function askRegistry(): Promise<string> {
  const quick = ['--fetch-retries=0', '--fetch-timeout=5000'];
  return new Promise((resolve) => {
    execFile(
      npm,
      ['audit', '--omit=dev', '--json', ...quick],
      { cwd: projectRoot, timeout: 20_000, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
      (_error, output) => resolve(output),
    );
  });
}

const allowed = auditAllowedSchema.parse(await readJson('build/audit-allowed.json'));
const faults = checkLockfile({
  manifest: await readJson('package.json'),
  lockfile: await readJson('package-lock.json'),
  settings: await read('.npmrc').catch(() => ''),
  allowed,
});
for (const fault of faults) console.error(fault);
console.log(`package-lock.json: ${faults.length} faults.`);
const outcome = judgeAudit(await askRegistry(), allowed, new Date().toISOString().slice(0, 10));
if (outcome.isReached) {
  for (const fault of outcome.faults) console.error(fault);
  console.log(`Known vulnerabilities: ${outcome.found}, of which ${outcome.faults.length} must be mended.`);
} else console.log(`Known vulnerabilities: not reached (${outcome.reason}); nothing was looked up.`);
const isGood = faults.length === 0 && (!outcome.isReached || outcome.faults.length === 0);
process.exitCode = isGood ? 0 : 1;
