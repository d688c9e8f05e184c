import { mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { usualLargestFile } from '#shared/sync/files.ts';
import type { HubConfig } from '../config.ts';
import { hubBundle, manifestName } from '../hub/bundles.ts';
import type { Storage } from '../storage/storage.ts';
import { withHub } from './with-hub.ts';

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
