import { ProblemError } from '#shared/kernel/errors.ts';
import { missingPartsOf } from '#shared/sync/bundle-parts.ts';
import type { FileTally } from '#shared/sync/files.ts';
import type { HubConfig } from '../config.ts';
import { checkHubBundle, type CheckedAtHub } from '../hub/check-bundle.ts';
import type { Hub } from '../hub/hub.ts';
import { openHubBundle } from '../hub/open-bundle.ts';
import type { Storage } from '../storage/storage.ts';
import { readStick, type StickFile } from './stick-files.ts';
import { withHub } from './with-hub.ts';

/** `open <file…>`: takes in files of bundles, or all of a folder. @returns whether all of it came in. */
export async function openBundles(
  storage: Storage,
  config: HubConfig,
  paths: readonly string[],
): Promise<boolean> {
  return withHub(storage, config, async (hub) => {
    let isWhole = true;
    for (const file of await readStick(paths)) {
      const isIn = await orTell(file, (bytes) => openOne(hub, file.path, bytes));
      isWhole = isIn === true && isWhole;
    }
    return isWhole;
  });
}

/** `check <file…>`: says what files of bundles, or all of a folder, would bring; takes nothing in. @returns whether all of it is good. */
export async function checkBundles(
  storage: Storage,
  config: HubConfig,
  paths: readonly string[],
): Promise<boolean> {
  return withHub(storage, config, async (hub) => {
    const files = await readStick(paths);
    const good: CheckedAtHub[] = [];
    for (const file of files) {
      const checked = await orTell(file, (bytes) => checkHubBundle(hub, bytes));
      if (checked === undefined) continue;
      good.push(checked);
      tellCheck(file.path, checked);
    }
    for (const bundle of new Set(good.map((checked) => checked.bundle))) {
      const parts = good.filter((checked) => checked.bundle === bundle);
      const hasLast = parts.some(({ isLast }) => isLast);
      const missing = missingPartsOf(
        parts.map(({ part }) => part),
        hasLast,
      );
      if (missing) console.log(`Bundle ${bundle}: ${missing.code} ${missing.message}`);
    }
    console.log('Nothing was taken in.');
    return good.length === files.length;
  });
}

/** What is wrong with one file is told and stops no other. */
async function orTell<Result>(
  { path, bytes }: StickFile,
  work: (bytes: Uint8Array) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    if (!(bytes instanceof Uint8Array)) throw new ProblemError(bytes);
    return await work(bytes);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.log(`${path}: not taken: ${error.message} ${error.problem.next ?? ''}`);
    return undefined;
  }
}

async function openOne(hub: Hub, path: string, bytes: Uint8Array): Promise<boolean> {
  const opened = await openHubBundle(hub, bytes);
  const { entries, refused, files, fileFaults, notice, missing } = opened;
  console.log(
    `${path}: ${which(opened, opened.sender)}: ${entries} new entries, ${attachmentWords(files)}.${notice ? ` ${notice.message}` : ''}`,
  );
  for (const { replica, from, code, message } of refused) {
    console.log(`  not taken: ${replica} from ${from}: ${code} ${message}`);
  }
  for (const { code, message } of fileFaults) console.log(`  attachment not taken: ${code} ${message}`);
  if (missing !== undefined) console.log(`  ${missing.code} ${missing.message}`);
  return refused.length + fileFaults.length === 0;
}

function tellCheck(path: string, checked: CheckedAtHub): void {
  const { sender, entries, newEntries, files, madeAt, digest, notice } = checked;
  const brings = `${entries} entries, ${newEntries} of them new, ${files.count} attachments (${files.bytes} bytes)`;
  console.log(`${path}: ${which(checked, sender.name)}: ${brings}.${notice ? ` ${notice.message}` : ''}`);
  console.log(
    `  made ${new Date(madeAt).toISOString()}, signed with ${sender.fingerprint}, SHA-256 ${digest}`,
  );
}

type Which = Pick<CheckedAtHub, 'part' | 'isLast' | 'workspace'>;

function which({ part, isLast, workspace }: Which, sender: string): string {
  return `part ${part}${isLast ? ', the last,' : ''} from ${sender} for ${workspace.name}`;
}

function attachmentWords({ count, bytes }: FileTally): string {
  return `${count} attachments complete (${bytes} bytes)`;
}
