import { openPart, type OpenedPart } from '#shared/sync/bundle.ts';
import { countPart } from '#shared/sync/bundle-check.ts';
import { fileDigest } from '#shared/sync/bundle-head.ts';
import { openedBefore, partKey } from '#shared/sync/bundle-parts.ts';
import { findReplica, type Directory } from '#shared/sync/directory.ts';
import { fingerprint } from '#shared/sync/keys.ts';
import type { OutpostDatabase } from '../database.ts';
import { takeFiles } from './bundle-files.ts';
import { ensureKeys } from './device-keys.ts';
import type { ExchangeParts } from './exchange.ts';
import { changeHub, type HubRow } from './hub-rows.ts';
import { localVector } from './local-vector.ts';
import { notePeers } from './peers.ts';
import type { BundleChecked, BundleOpened } from './protocol.ts';
import { takeIn } from './take-in.ts';
import { workspaceHub } from './workspace-hub.ts';

const rememberedParts = 5000;
const openedKey = 'bundles-opened';

/** A part whose seal, signature and sender were found good. */
interface ReadBundle {
  readonly opened: OpenedPart;
  readonly hub: HubRow;
  /** The newest directory that the hub signed: the one here, or the one that the part brings. */
  readonly directory: Directory;
  /** Keys of the parts that were opened here. */
  readonly before: readonly string[];
}

async function readBundle(database: OutpostDatabase, bytes: Uint8Array): Promise<ReadBundle> {
  const hub = await workspaceHub(database);
  const { box } = await ensureKeys(database, hub.replica);
  const trust = { workspace: hub.workspace.id, box, directory: hub.directory, hubKey: hub.signKey };
  const opened = openPart(bytes, trust);
  const { directory } = opened;
  const isNewer = directory !== undefined && directory.version > hub.directory.version;
  return {
    opened,
    hub,
    // `openPart` believed the newer one, which the hub signed.
    directory: isNewer && directory.hub === hub.id ? directory : hub.directory,
    before: await openedParts(database),
  };
}

/**
 * Says what one part of a bundle would bring, and writes nothing. What is good here may still hold runs that are refused when they are taken in.
 * @throws ProblemError OUT-SYN-056, OUT-SYN-070 to 077.
 */
export async function checkBundle(
  { database }: Pick<ExchangeParts, 'database'>,
  bytes: Uint8Array,
): Promise<BundleChecked> {
  const { opened, directory, before } = await readBundle(database, bytes);
  const { head, wall } = opened;
  const sender = findReplica(directory, head.sender);
  const notice = openedBefore(head, new Set(before));
  return {
    bundle: head.bundle,
    sender: sender?.name ?? head.sender,
    ...(sender ? { fingerprint: fingerprint(sender.signKey) } : {}),
    part: head.part,
    isLast: head.isLast,
    digest: fileDigest(bytes),
    madeAt: wall,
    ...countPart(opened, await localVector(database)),
    ...(notice ? { notice } : {}),
  };
}

/**
 * Takes in one part of a bundle. In any order, and twice, is safe.
 * @throws ProblemError OUT-SYN-056, OUT-SYN-070 to 077: nothing was taken in.
 */
export async function openBundle(parts: ExchangeParts, bytes: Uint8Array): Promise<BundleOpened> {
  const { database, clock } = parts;
  const { opened, hub, directory, before } = await readBundle(database, bytes);
  const { head, have, receipts, runs } = opened;
  const taken = await takeIn(parts, { directory, isHub: false, sender: head.sender }, runs, clock.now());
  const { files, fault } = await takeFiles(database, head.sender, opened);
  await notePeers(database, [...receipts, { replica: head.sender, have }]);
  if (directory !== hub.directory) await changeHub(database, hub.id, { directory });
  await database.meta.put({
    key: openedKey,
    value: [...new Set([...before, partKey(head)])].slice(-rememberedParts),
  });
  const [refusal] = taken.refused.values();
  const notice = taken.stopped ?? openedBefore(head, new Set(before)) ?? refusal ?? fault;
  return {
    sender: findReplica(directory, head.sender)?.name ?? head.sender,
    part: head.part,
    isLast: head.isLast,
    digest: fileDigest(bytes),
    entries: taken.entries,
    files,
    n: taken.n,
    ...(notice ? { notice } : {}),
  };
}

async function openedParts(database: OutpostDatabase): Promise<readonly string[]> {
  return ((await database.meta.get(openedKey))?.value as readonly string[] | undefined) ?? [];
}
