import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { bundleExtension, readPart } from '#shared/sync/bundle-head.ts';
import { usualLargestFile, type FileTally } from '#shared/sync/files.ts';
import type { HubConfig } from '../config.ts';
import { hubBundle, manifestName } from '../hub/bundles.ts';
import { openHub, type Hub } from '../hub/hub.ts';
import { openHubBundle } from '../hub/open-bundle.ts';
import type { Storage } from '../storage/storage.ts';

export interface BundleArguments {
  readonly workspace?: string | undefined;
  /** As people type a date. */
  readonly since?: string | undefined;
  /** Size of a file in MB. */
  readonly size?: string | undefined;
  /** Of one attachment at most, in MB; 0 for none. */
  readonly attachments?: string | undefined;
}

const megabyte = 1_000_000;
const usualMegabytes = '16';
const usualAttachment = String(usualLargestFile / megabyte);
const mostMegabytes = 4000;

async function withHub<Result>(
  storage: Storage,
  config: HubConfig,
  work: (hub: Hub) => Promise<Result>,
): Promise<Result> {
  const hub = await openHub(storage, config);
  hub.live.close();
  return work(hub);
}

/**
 * `bundle <receiver> <folder>`: writes what a device or hub lacks as files for a stick, with a manifest for printing.
 * @throws ProblemError OUT-SYN-022, OUT-SYN-023, OUT-SYN-033, OUT-SYN-045 for the receiver, OUT-SYN-039 for an option, OUT-SYN-046 for the folder.
 */
export async function writeBundle(
  storage: Storage,
  config: HubConfig,
  [receiver, folder]: readonly [string, string],
  given: BundleArguments,
): Promise<void> {
  const wish = {
    receiver,
    workspace: given.workspace,
    since: readDate(given.since),
    partBytes: readSize('--size', given.size ?? usualMegabytes),
    largestFile:
      given.attachments === '0' ? 0 : readSize('--attachments', given.attachments ?? usualAttachment),
  };
  await mustBeFree(join(folder, manifestName));
  await withHub(storage, config, async (hub) => {
    let manifest = '';
    for await (const { name, bytes } of hubBundle(hub, wish)) {
      const path = join(folder, name);
      await writeNew(folder, path, bytes);
      if (name === manifestName) manifest = Buffer.from(bytes).toString('utf8');
      else console.log(`${path}: ${bytes.length} bytes`);
    }
    console.log(`\n${manifest}`);
  });
}

/** `open <file…>`: takes in files of bundles, or all of a folder. @returns whether all of it came in. */
export async function openBundles(
  storage: Storage,
  config: HubConfig,
  paths: readonly string[],
): Promise<boolean> {
  return withHub(storage, config, async (hub) => {
    const files = await readAll(paths);
    let isWhole = true;
    for (const { path, bytes } of files) isWhole = (await openOne(hub, path, bytes)) && isWhole;
    return isWhole;
  });
}

async function openOne(hub: Hub, path: string, bytes: Uint8Array | Problem): Promise<boolean> {
  try {
    if (!(bytes instanceof Uint8Array)) throw new ProblemError(bytes);
    const opened = await openHubBundle(hub, bytes);
    const { sender, workspace, part, isLast, entries, refused, files, fileFaults, notice, missing } = opened;
    const which = `part ${part}${isLast ? ', the last,' : ''} from ${sender} for ${workspace.name}`;
    console.log(
      `${path}: ${which}: ${entries} new entries, ${attachmentWords(files)}.${notice ? ` ${notice.message}` : ''}`,
    );
    for (const { replica, from, code, message } of refused) {
      console.log(`  not taken: ${replica} from ${from}: ${code} ${message}`);
    }
    for (const { code, message } of fileFaults) console.log(`  attachment not taken: ${code} ${message}`);
    if (missing !== undefined) console.log(`  ${missing.code} ${missing.message}`);
    return refused.length + fileFaults.length === 0;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.log(`${path}: not taken: ${error.message} ${error.problem.next ?? ''}`);
    return false;
  }
}

function attachmentWords({ count, bytes }: FileTally): string {
  return `${count} attachments complete (${bytes} bytes)`;
}

interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array | Problem;
}

/** In the order of the parts, so that none has to wait for another; what is no bundle comes last. */
async function readAll(paths: readonly string[]): Promise<readonly ReadFile[]> {
  const files: (ReadFile & { readonly order: string })[] = [];
  for (const given of paths) {
    for (const path of await filesAt(given)) {
      const bytes = await readFile(path).catch((error: unknown) => unreadable(path, error));
      files.push({ path, bytes, order: orderOf(bytes) });
    }
  }
  return files.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}

function orderOf(bytes: Uint8Array | Problem): string {
  try {
    if (!(bytes instanceof Uint8Array)) return '~';
    const { bundle, part } = readPart(bytes).head;
    return `${bundle} ${String(part).padStart(9, '0')}`;
  } catch {
    return '~';
  }
}

async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return [path];
  const names = await readdir(path);
  return names.filter((name) => name.endsWith(bundleExtension)).map((name) => join(path, name));
}

function unreadable(path: string, error: unknown): Problem {
  return problem('OUT-SYN-047', { path, reason: error instanceof Error ? error.message : String(error) });
}

/** Two bundles in one folder would be taken for one. */
async function mustBeFree(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined)) === undefined) return;
  throw new ProblemError(problem('OUT-SYN-046', { path, reason: 'it is there already.' }));
}

async function writeNew(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      // Sticks are pulled out.
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-SYN-046', { path, reason }), { cause: error });
  }
}

function readDate(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw unusable('--since', 'it is no date, such as 2026-11-02 or 2026-11-02T08:00Z');
  return at;
}

function readSize(option: string, text: string): number {
  const size = Number(text);
  if (!(size > 0 && size <= mostMegabytes))
    throw unusable(option, `it is no size in MB up to ${mostMegabytes}`);
  return Math.round(size * megabyte);
}

function unusable(setting: string, fault: string): ProblemError {
  return new ProblemError(problem('OUT-SYN-039', { setting, fault }));
}
