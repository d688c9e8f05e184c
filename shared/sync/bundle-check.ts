import type { BundleContents } from './bundle-body.ts';
import { noFiles, type FileTally } from './files.ts';
import { heldOf, type Vector } from './vector.ts';

/** What a part would bring to somebody who holds so much already. */
export interface PartCounts {
  readonly entries: number;
  /** Of these, such as are not held, by their numbers; what differs under a held number is found when it is taken in. */
  readonly newEntries: number;
  /** Attachments of which it brings something, and how many bytes. */
  readonly files: FileTally;
}

export function countPart(
  { runs, pieces }: Pick<BundleContents, 'runs' | 'pieces'>,
  held: Vector,
): PartCounts {
  let [entries, newEntries] = [0, 0];
  const reached = new Map<string, number>();
  for (const { replica, from, to } of runs) {
    const known = Math.max(heldOf(held, replica), reached.get(replica) ?? 0);
    entries += to - from + 1;
    newEntries += Math.max(0, to - Math.max(from - 1, known));
    reached.set(replica, Math.max(known, to));
  }
  const count = new Set(pieces.map(({ hash }) => hash)).size;
  const bytes = pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
  return { entries, newEntries, files: count === 0 ? noFiles : { count, bytes } };
}
