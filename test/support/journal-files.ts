import * as nodeFs from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalFileSystem } from '#electron/main/journal/files.ts';
import type { Journal } from '#electron/main/journal/journal.ts';
import type { JournalRow } from '#shared/contracts/bridge.ts';

export function journalRow(seq: number, replica = 'replica-a', length = 40): JournalRow {
  return { replica, seq, bytes: Uint8Array.from({ length }, (_, index) => (seq * 31 + index) % 256) };
}

export function journalRows(from: number, to: number, replica?: string): JournalRow[] {
  return Array.from({ length: to - from + 1 }, (_, index) => journalRow(from + index, replica));
}

/** Every row, page by page. */
export async function readAll(journal: Journal, limit?: number): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  let page = await journal.readPage(null, limit);
  rows.push(...page.rows);
  while (page.next !== null) {
    page = await journal.readPage(page.next, limit);
    rows.push(...page.rows);
  }
  return rows;
}

export type FileCall = 'write' | 'datasync' | 'sync' | 'truncate' | 'close';

/**
 * The real file system, with every call on a handle reported before and after it runs. `before` may throw to make the
 * call fail as a disk would.
 */
export function watchedFiles(watch: {
  readonly before?: (call: FileCall, path: string) => void;
  readonly after?: (call: FileCall, path: string) => Promise<void> | void;
}): JournalFileSystem {
  const open: typeof nodeFs.open = async (path, flags, mode) => {
    const handle = await nodeFs.open(path, flags, mode);
    const watched = new Set<PropertyKey>(['write', 'datasync', 'sync', 'truncate', 'close']);
    return new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (!watched.has(name)) return value.bind(target) as unknown;
        return async (...args: unknown[]) => {
          const call = name as FileCall;
          watch.before?.(call, String(path));
          const result: unknown = await Reflect.apply(value, target, args);
          await watch.after?.(call, String(path));
          return result;
        };
      },
    });
  };
  return { ...nodeFs, open };
}

/**
 * A disk that can lose its power: `cutInto` makes a folder that holds what was synced for certain, and of the rest
 * as much as `chance` (0 to 1, asked again for each decision) lets through.
 */
export class FragileDisk {
  readonly files: JournalFileSystem;
  readonly #synced = new Map<string, Buffer>();
  readonly #names = new Set<string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.files = watchedFiles({
      after: async (call, path) => {
        if (call !== 'datasync' && call !== 'sync') return;
        if (path === this.#folder)
          for (const name of await nodeFs.readdir(path)) this.#names.add(join(path, name));
        else this.#synced.set(path, await nodeFs.readFile(path));
      },
    });
  }

  async cutInto(folder: string, chance: () => number): Promise<void> {
    for (const name of await nodeFs.readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (!this.#names.has(path) && chance() < 0.5) continue;
      const synced = this.#synced.get(path) ?? Buffer.alloc(0);
      const written = await nodeFs.readFile(path);
      const extra = Math.max(0, written.length - synced.length);
      const reached = written.subarray(synced.length, synced.length + Math.floor(extra * chance()));
      await nodeFs.writeFile(join(folder, name), Buffer.concat([synced, reached]));
    }
  }
}
