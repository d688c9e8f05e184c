import { access, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { ChosenFile, FileFilter, OpenedFile } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { writeDurably } from './durable-file.ts';
import { reasonOf } from './reason.ts';

export interface UserFilesParts {
  readonly askWhereToSave: (options: SaveDialogOptions) => Promise<{ canceled: boolean; filePath: string }>;
  readonly askWhatToOpen: (options: OpenDialogOptions) => Promise<{ canceled: boolean; filePaths: string[] }>;
  readonly documentsFolder: () => string;
}

const megabyte = 1024 * 1024;
/** It crosses to the page as one block of memory. */
const maximumMegabytes = 1_024;

/** Files that the user picks in the system's dialogs; no other path is ever read or written for the page. */
export class UserFiles {
  readonly #parts: UserFilesParts;

  constructor(parts: UserFilesParts) {
    this.#parts = parts;
  }

  /** The name it was saved under, `null` when the user gave up. @throws OUT-SHL-003 */
  async saveAs(name: string, bytes: Uint8Array, filters: readonly FileFilter[]): Promise<string | null> {
    const { canceled, filePath } = await this.#parts.askWhereToSave({
      defaultPath: join(this.#parts.documentsFolder(), safeFileName(name)),
      filters: filters.map(toDialogFilter),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    const path = await withExtension(filePath, filters);
    try {
      await writeDurably(path, bytes);
    } catch (error) {
      throw new ProblemError(problem('OUT-SHL-003', { path, reason: reasonOf(error) }), { cause: error });
    }
    return basename(path);
  }

  /** `null` when the user gave up. @throws OUT-SHL-006, OUT-SHL-007 */
  async open(filters: readonly FileFilter[]): Promise<OpenedFile | null> {
    const [path] = await this.#choose(filters, ['openFile']);
    return path === undefined ? null : readChosen(path);
  }

  /** None when the user gave up. What cannot be read comes with its problem: OUT-SHL-006, OUT-SHL-007. */
  async openSeveral(filters: readonly FileFilter[]): Promise<readonly ChosenFile[]> {
    const paths = await this.#choose(filters, ['openFile', 'multiSelections']);
    const files: ChosenFile[] = [];
    for (const path of paths) {
      try {
        files.push(await readChosen(path));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        files.push({ name: basename(path), problem: error.problem });
      }
    }
    return files;
  }

  async #choose(
    filters: readonly FileFilter[],
    properties: ('openFile' | 'multiSelections')[],
  ): Promise<readonly string[]> {
    const options = { filters: filters.map(toDialogFilter), properties };
    const { canceled, filePaths } = await this.#parts.askWhatToOpen(options);
    return canceled ? [] : filePaths;
  }
}

/** @throws ProblemError OUT-SHL-006, OUT-SHL-007 */
async function readChosen(path: string): Promise<OpenedFile> {
  try {
    const size = Math.ceil((await stat(path)).size / megabyte);
    if (size > maximumMegabytes) {
      throw new ProblemError(problem('OUT-SHL-007', { path, size, limit: maximumMegabytes }));
    }
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(problem('OUT-SHL-006', { path, reason: reasonOf(error) }), { cause: error });
  }
}

/** A name that every system takes, whatever a record's title held. */
export function safeFileName(name: string): string {
  const cleaned = name
    .replaceAll(/[/\\:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
    .slice(0, 200);
  return cleaned === '' ? 'outpost' : cleaned;
}

function toDialogFilter({ name, extensions }: FileFilter): { name: string; extensions: string[] } {
  return { name, extensions: [...extensions] };
}

/** Linux dialogs add no extension. It is not added where that would replace a file the user was not asked about. */
async function withExtension(path: string, filters: readonly FileFilter[]): Promise<string> {
  const extension = filters[0]?.extensions[0];
  if (extension === undefined || extension === '*' || extname(path) !== '') return path;
  const extended = `${path}.${extension}`;
  const isTaken = await access(extended).then(
    () => true,
    () => false,
  );
  return isTaken ? path : extended;
}
