import { problem, type Problem } from '../kernel/errors.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import type { BundlePart } from './bundle.ts';
import { fileDigest, type PartHead } from './bundle-head.ts';
import type { FileTally } from './files.ts';

/** Names a part for good: what was opened is remembered by it. */
export function partKey({ bundle, part }: PartHead): string {
  return `${bundle}/${part}`;
}

/** A notice, not a fault, where the part was opened here before. @param opened keys of parts. */
export function openedBefore(head: PartHead, opened: ReadonlySet<string>): Problem | undefined {
  return opened.has(partKey(head)) ? problem('OUT-SYN-079', { part: head.part }) : undefined;
}

/** Which parts of one bundle are not among these. */
export function missingParts(heads: readonly PartHead[]): Problem | undefined {
  return missingPartsOf(
    heads.map(({ part }) => part),
    heads.some(({ isLast }) => isLast),
  );
}

/** The same by the numbers of parts. @param hasLast the last one is among them. */
export function missingPartsOf(parts: readonly number[], hasLast: boolean): Problem | undefined {
  const known = new Set(parts);
  const last = parts.reduce((most, part) => Math.max(most, part), 0);
  const missing: string[] = [];
  for (let part = 1; part < last; part += 1) if (!known.has(part)) missing.push(String(part));
  if (!hasLast) missing.push(`all after ${last}`);
  return missing.length === 0 ? undefined : problem('OUT-SYN-078', { parts: missing.join(', ') });
}

/** A part as the manifest lists it, so that its bytes need not be kept. */
export interface PartSummary {
  readonly head: PartHead;
  /** Of the file, bytes. */
  readonly size: number;
  /** Of the file, hexadecimal SHA-256. */
  readonly digest: string;
  readonly entries: Readonly<Record<ReplicaId, number>>;
  /** Contents of which it brings something, and how many bytes. */
  readonly files: readonly string[];
  readonly fileBytes: number;
}

export function summaryOf({ head, bytes, runs, pieces, fileBytes }: BundlePart): PartSummary {
  return {
    head,
    size: bytes.length,
    digest: fileDigest(bytes),
    entries: countByReplica(runs),
    files: [...new Set(pieces.map(({ hash }) => hash))],
    fileBytes,
  };
}

/** Attachments of all parts together. */
export function filesIn(parts: readonly PartSummary[]): FileTally {
  const hashes = new Set(parts.flatMap(({ files }) => files));
  return { count: hashes.size, bytes: parts.reduce((sum, { fileBytes }) => sum + fileBytes, 0) };
}

function countByReplica(runs: BundlePart['runs']): Record<ReplicaId, number> {
  const counts: Record<ReplicaId, number> = {};
  for (const { replica, from, to } of runs) counts[replica] = (counts[replica] ?? 0) + to - from + 1;
  return counts;
}

/** What a manifest is about, in the words of people. */
export interface ManifestTitle {
  readonly workspace: string;
  readonly marking: string;
  readonly sender: string;
  readonly receiver: string;
  /** Fingerprint of the receiver's key: `fingerprint`. */
  readonly receiverPrint: string;
  /** As people read it, with the zone. */
  readonly madeAt: string;
  readonly nameOf: (replica: ReplicaId) => string;
}

/** The manifest of a bundle for printing: what it brings, and the digest of each file as `sha256sum` prints it, in groups. */
export function manifestText(title: ManifestTitle, parts: readonly PartSummary[]): string {
  const entries = new Map<ReplicaId, number>();
  for (const part of parts) {
    for (const [replica, count] of Object.entries(part.entries)) {
      entries.set(replica, (entries.get(replica) ?? 0) + count);
    }
  }
  const files = filesIn(parts);
  const total = [...entries.values()].reduce((sum, count) => sum + count, 0);
  return [
    title.marking,
    `Bundle ${parts[0]?.head.bundle ?? ''} of ${title.workspace}`,
    `From ${title.sender}, for ${title.receiver} (${title.receiverPrint}), made ${title.madeAt}`,
    `${parts.length} parts, ${total} entries, ${files.count} attachments with ${files.bytes} bytes`,
    '',
    ...[...entries].map(([replica, count]) => `${title.nameOf(replica)}: ${count} entries`),
    '',
    ...parts.map(({ head, size, digest }) => `Part ${head.part}, ${size} bytes\n  ${inGroups(digest)}`),
    title.marking,
  ]
    .join('\n')
    .trim();
}

function inGroups(digest: string): string {
  return (digest.match(/.{1,8}/g) ?? []).join(' ');
}
