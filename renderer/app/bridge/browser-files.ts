import type { ChosenFile, FileFilter, FilesBridge, OpenedFile } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';

/** Long enough for the browser to have taken the download over; there is no event for it. */
const keepMilliseconds = 60_000;

/** Downloads and the file picker: all that a page may do with files without being installed. */
export function createBrowserFiles(page: Document): FilesBridge {
  return {
    saveAs: (name, bytes) => Promise.resolve(download(page, name, bytes)),
    open: async (filters) => {
      const [file] = await pick(page, filters, false);
      return file === undefined ? null : read(file);
    },
    openSeveral: async (filters) => Promise.all((await pick(page, filters, true)).map(readOrTell)),
  };
}

function download(page: Document, name: string, bytes: Uint8Array): string {
  // A copy, since the view may stand on memory that is shared or longer than itself.
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
  );
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), keepMilliseconds);
  return name;
}

function pick(page: Document, filters: readonly FileFilter[], isMultiple: boolean): Promise<readonly File[]> {
  const input = page.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.multiple = isMultiple;
  input.accept = acceptOf(filters);
  page.body.append(input);
  return new Promise<readonly File[]>((resolve) => {
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.click();
  }).finally(() => input.remove());
}

function acceptOf(filters: readonly FileFilter[]): string {
  const extensions = filters.flatMap((filter) => filter.extensions);
  return extensions.includes('*') ? '' : extensions.map((extension) => `.${extension}`).join(',');
}

async function read(file: File): Promise<OpenedFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    // A file that changed or went away since it was picked, or one too large for the page's memory.
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError(problem('OUT-SHL-006', { path: file.name, reason }), { cause: error });
  }
}

/** What cannot be read stops no other. */
async function readOrTell(file: File): Promise<ChosenFile> {
  try {
    return await read(file);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { name: file.name, problem: error.problem };
  }
}
