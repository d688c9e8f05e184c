import { noHead, type Head } from '#shared/changelog/chain.ts';
import { hashEntry } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { problem } from '#shared/kernel/errors.ts';
import { findReplica, type Directory } from '#shared/sync/directory.ts';
import { foreignRuling } from '#shared/sync/foreign-ruling.ts';
import { verifyHead } from '#shared/sync/keys.ts';
import type { LogRow } from '../database.ts';
import type { VerifyFault } from './protocol.ts';
import type { OpenedRow } from './read-rows.ts';

interface ChainStart {
  readonly directories: readonly Directory[];
  readonly mustBeSealed: boolean;
  /** Where each replica's log goes on from. */
  readonly heads?: Readonly<Record<string, Head>>;
  readonly signed?: Readonly<Record<string, number>>;
}

/** Follows the logs of all replicas row by row: numbers, hashes, signatures, and who rules. */
export class ChainCheck {
  readonly heads: Map<string, Head>;
  /** Number of the last entry of each replica that stands under a signature of its author. */
  readonly signed: Map<string, number>;
  readonly #directories: readonly Directory[];
  readonly #mustBeSealed: boolean;

  constructor({ directories, mustBeSealed, heads = {}, signed = {} }: ChainStart) {
    this.heads = new Map(Object.entries(heads));
    this.signed = new Map(Object.entries(signed));
    this.#directories = directories;
    this.#mustBeSealed = mustBeSealed;
  }

  /** What is wrong with the next row; the check goes on behind it as if it were right. */
  take({ row, entries, isSealed, problem: unread }: OpenedRow): readonly VerifyFault[] {
    const { replica, from, to } = row;
    const at = { replica, seq: from };
    if (!entries) {
      this.heads.set(replica, { seq: to, hash: row.hash });
      return unread ? [{ ...at, problem: unread }] : [];
    }
    if (!isSealed && this.#mustBeSealed) {
      return [
        { ...at, problem: problem('OUT-VER-003', { replica, from, to }) },
        ...this.#follow(row, entries),
      ];
    }
    if (!isNamedRight(row, entries)) {
      return [
        { ...at, problem: problem('OUT-VER-005', { replica, from, to }) },
        ...this.#follow(row, entries),
      ];
    }
    const faults = this.#follow(row, entries);
    return faults.length > 0 ? faults : [...this.#checkRulings(entries), ...this.#checkSignature(row)];
  }

  #checkRulings(entries: readonly Entry[]): readonly VerifyFault[] {
    const found = foreignRuling(this.#directories, entries);
    if (!found) return [];
    const { replica, seq, record } = found;
    return [{ replica, seq, record, problem: problem('OUT-VER-013', { replica, seq }) }];
  }

  #follow(row: Omit<LogRow, 'bytes'>, entries: readonly Entry[]): readonly VerifyFault[] {
    const faults: VerifyFault[] = [];
    for (const [index, entry] of entries.entries()) {
      const { replica, seq, record } = entry;
      const head = this.heads.get(replica) ?? noHead;
      if (seq !== head.seq + 1) {
        const missing = { replica, seq: head.seq + 1 };
        faults.push({ ...missing, problem: problem('OUT-VER-006', { ...missing, found: seq }) });
      } else if (entry.prev !== head.hash) {
        // What the next one names is another than what stands there: the one before was altered.
        const before = entries[index - 1];
        faults.push(altered(replica, Math.max(1, head.seq), before?.record));
      }
      this.heads.set(replica, { seq, hash: hashOf(entry) });
      const isLast = index === entries.length - 1;
      if (isLast && this.heads.get(replica)?.hash !== row.hash) {
        faults.push(altered(replica, seq, record));
        this.heads.set(replica, { seq, hash: row.hash });
      }
    }
    return faults;
  }

  #checkSignature({ replica, to, hash, signature }: Omit<LogRow, 'bytes'>): readonly VerifyFault[] {
    if (!signature) return [];
    const authors = this.#directories.flatMap((directory) => {
      const author = findReplica(directory, replica);
      return author ? [{ signKey: author.signKey, workspace: directory.workspace }] : [];
    });
    const fits = authors.some(({ signKey, workspace }) =>
      verifyHead(signKey, { workspace, replica, seq: to, hash }, signature),
    );
    if (fits) this.signed.set(replica, to);
    const where = { replica, seq: to };
    return fits || authors.length === 0 ? [] : [{ ...where, problem: problem('OUT-VER-008', where) }];
  }
}

function isNamedRight(
  { replica, from, to, count }: Omit<LogRow, 'bytes'>,
  entries: readonly Entry[],
): boolean {
  const isWhole = entries.length === count && entries[0]?.seq === from && entries.at(-1)?.seq === to;
  return isWhole && entries.every((entry) => entry.replica === replica);
}

function altered(replica: string, seq: number, record: string | undefined): VerifyFault {
  const named = record === undefined ? {} : { record };
  return { replica, seq, ...named, problem: problem('OUT-VER-007', { replica, seq, ...named }) };
}

/** An entry that has no canonical form was never hashed: nothing names it. */
function hashOf(entry: Entry): string {
  try {
    return hashEntry(entry);
  } catch {
    return '';
  }
}
