import { largestAttachment } from '#shared/engine/attach.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { mostHolds, type BundleFiles, type FileSource } from '#shared/sync/bundle-files.ts';
import { addTallies, noFiles, smallAndNewFirst, tallyOf, type FileTally } from '#shared/sync/files.ts';
import { isIntact, namedFiles, readBytes, removeBlob } from '../attachments/blobs.ts';
import { storePart } from '../attachments/store-part.ts';
import type { OutpostDatabase } from '../database.ts';
import type { BundleOrder } from './protocol.ts';

/** Bytes of attachments in one bundle: all its files are in memory until they are saved. */
const mostBytes = 400_000_000;

/** A content that is whole here and that a record names. */
interface HeldFile {
  readonly hash: string;
  readonly size: number;
  /** Epoch ms of the newest entry that names it. */
  readonly at: number;
  /** Marks of hubs that hold it. */
  readonly hubs: readonly string[];
}

export interface FilesForBundle {
  readonly sources: AsyncIterable<FileSource>;
  /** Those that one bundle has no room for. */
  readonly left: FileTally;
  readonly holds: readonly string[];
}

/** The attachments that a bundle is to bring, in the order in which they go, and what its sender holds. */
export async function filesForBundle(
  database: OutpostDatabase,
  { receiver, since, largestFile = 0 }: BundleOrder,
): Promise<FilesForBundle> {
  const held = await heldFiles(database);
  const known = new Set(await readPeerFiles(database, receiver));
  const lacking = (file: HeldFile) =>
    since === undefined
      ? !known.has(file.hash) && !file.hubs.some((mark) => mark.startsWith(`${receiver} `))
      : file.at >= since;
  const wanted =
    largestFile === 0
      ? []
      : held.filter((file) => file.size <= largestFile && lacking(file)).sort(smallAndNewFirst);
  let room = mostBytes;
  const [taken, left]: [HeldFile[], HeldFile[]] = [[], []];
  for (const file of wanted) {
    room -= file.size;
    (room >= 0 || taken.length === 0 ? taken : left).push(file);
  }
  const newest = held.toSorted((a, b) => b.at - a.at).slice(0, mostHolds);
  return {
    sources: sourcesOf(database, taken),
    left: tallyOf(left),
    holds: newest.map(({ hash }) => hash),
  };
}

async function heldFiles(database: OutpostDatabase): Promise<readonly HeldFile[]> {
  const named = new Map((await namedFiles(database)).map(([hash, , at]) => [hash, at]));
  const rows = await database.blobs.toArray();
  return rows.flatMap(({ hash, size, state, hubs }) => {
    const at = named.get(hash);
    return state === 'whole' && at !== undefined ? [{ hash, size, at, hubs }] : [];
  });
}

/** What was damaged here meanwhile stays here. */
async function* sourcesOf(database: OutpostDatabase, files: readonly HeldFile[]): AsyncGenerator<FileSource> {
  for (const { hash, size } of files) {
    if (!(await isIntact(database, { hash, size }))) continue;
    yield { hash, size, read: (offset, most) => readBytes(database, hash, offset, most) };
  }
}

export interface TakenFiles {
  /** Attachments that became whole, and all bytes that were new here. */
  readonly files: FileTally;
  readonly fault?: Problem;
}

/** Takes in what a part brings of attachments; once all of one is here it is checked. In any order, and twice, is safe. */
export async function takeFiles(
  database: OutpostDatabase,
  sender: string,
  { pieces, holds }: BundleFiles,
): Promise<TakenFiles> {
  let files = noFiles;
  let fault: Problem | undefined;
  for (const piece of pieces) {
    const { hash, size, bytes } = piece;
    const known = await database.blobs.get(hash);
    if (size > largestAttachment || known?.state === 'whole') continue;
    const isAllHere = await storePart(database, piece);
    files = addTallies(files, { count: 0, bytes: bytes.length });
    if (!isAllHere) continue;
    if (await isIntact(database, { hash, size })) {
      await database.blobs.update(hash, { state: 'whole', isWanted: undefined });
      files = addTallies(files, { count: 1, bytes: 0 });
    } else {
      await removeBlob(database, hash, 'partial');
      fault = problem('OUT-ATT-001', { hash });
    }
  }
  await notePeerFiles(database, sender, [...holds, ...pieces.map(({ hash }) => hash)]);
  return { files, ...(fault ? { fault } : {}) };
}

/** Which contents other devices hold, as far as their bundles have told. */
const peerKey = (replica: string) => `peer-files:${replica}`;
const mostKnown = 20_000;

async function readPeerFiles(database: OutpostDatabase, replica: string): Promise<readonly string[]> {
  return ((await database.meta.get(peerKey(replica)))?.value as readonly string[] | undefined) ?? [];
}

async function notePeerFiles(
  database: OutpostDatabase,
  replica: string,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return;
  await database.transaction('rw', database.meta, async () => {
    const known = new Set([...(await readPeerFiles(database, replica)), ...hashes]);
    await database.meta.put({ key: peerKey(replica), value: [...known].slice(-mostKnown) });
  });
}
