import type { JournalCursor, JournalRow, OutpostBridge } from '#shared/contracts/bridge.ts';
import { generationOf, type Vault } from '#shared/trust/vault.ts';

type Journal = OutpostBridge['journal'];

/** Stands before sealed bytes; entries in the clear, as journals of earlier versions have them, begin with 0 or 1. */
const sealedMark = 2;

/** The journal of this device, as if its rows were in the clear. */
export function sealedJournal(journal: Journal, vault: Vault): Journal {
  const seal = (row: JournalRow) => ({ ...row, bytes: sealBytes(vault, row) });
  const open = (row: JournalRow) => ({ ...row, bytes: openBytes(vault, row) });
  return {
    append: (rows) => journal.append(rows.map(seal)),
    replace: (rows) => journal.replace(rows.map(seal)),
    readPage: async (...asked) => {
      const page = await journal.readPage(...asked);
      return { ...page, rows: page.rows.map(open) };
    },
    readRange: async (...asked) => {
      const page = await journal.readRange(...asked);
      return { ...page, rows: page.rows.map(open) };
    },
    status: () => journal.status(),
    quarantine: () => journal.quarantine(),
    keepKeys: (text) => journal.keepKeys(text),
    keptKeys: () => journal.keptKeys(),
  };
}

/** Whether a row of the journal on the disk stands under a key of before this generation: its files are never written anew. */
export async function hasOlderRows(journal: Journal, generation: number): Promise<boolean> {
  for (let from: JournalCursor | null | undefined; from !== null;) {
    const page = await journal.readPage(from ?? null);
    if (page.rows.some(({ bytes }) => isOlder(bytes, generation))) return true;
    from = page.next;
  }
  return false;
}

function isOlder(bytes: Uint8Array, generation: number): boolean {
  if (bytes[0] !== sealedMark) return false;
  return (generationOf(bytes.subarray(1)) ?? 0) < generation;
}

function sealBytes(vault: Vault, row: JournalRow): Uint8Array {
  const sealed = vault.seal(placeOf(row), row.bytes);
  const marked = new Uint8Array(sealed.length + 1);
  marked[0] = sealedMark;
  marked.set(sealed, 1);
  return marked;
}

function openBytes(vault: Vault, row: JournalRow): Uint8Array {
  return row.bytes[0] === sealedMark ? vault.open(placeOf(row), row.bytes.subarray(1)) : row.bytes;
}

function placeOf({ replica, seq }: JournalRow): string {
  return `journal/${replica}/${seq}`;
}
