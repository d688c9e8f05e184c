import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { bundleExtension, readPart } from '#shared/sync/bundle-head.ts';

export interface StickFile {
  readonly path: string;
  readonly bytes: Uint8Array | Problem;
}

/** Files, and all bundles of folders, in the order of their parts, so that none has to wait for another; what is no bundle comes last. */
export async function readStick(paths: readonly string[]): Promise<readonly StickFile[]> {
  const files: (StickFile & { readonly order: string })[] = [];
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
