import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Hub } from '../../hub/hub.ts';
import { storePart } from '../../hub/store-blob.ts';
import type { BlobErrandRow, UpstreamRow } from '../../storage/tables.ts';
import { noteErrands } from './file-errands.ts';
import { FilesAbove } from './files-above.ts';
import { HubAbove, RefusedAbove } from './hub-above.ts';

/** Reasons that lie in one file; the others go on. */
const ofOneFile: ReadonlySet<string> = new Set([
  'OUT-SYN-027',
  'OUT-SYN-030',
  'OUT-SYN-036',
  'OUT-SYN-037',
  'OUT-SYN-038',
]);

interface FileRelay {
  readonly hub: Hub;
  readonly upstream: UpstreamRow;
  readonly files: FilesAbove;
  /** Asked before every part: entries go first. */
  readonly isPaused: () => Promise<boolean>;
}

/**
 * Brings attachments to the hub above and fetches those from there, part by part, each from where the other side stands, small and
 * new ones first. One with a fault of its own waits and holds up no other.
 * @returns false where it was paused before all was done.
 * @throws ProblemError OUT-SYN-042 when the hub above is not reached.
 */
export async function relayFiles(
  hub: Hub,
  upstream: UpstreamRow,
  isPaused: FileRelay['isPaused'] = () => Promise.resolve(false),
): Promise<boolean> {
  const { storage, clock, limits, metrics } = hub;
  const files = new FilesAbove(new HubAbove(upstream.address, upstream.workspace, hub));
  await noteErrands(hub, upstream, files);
  const run = { hub, upstream, files, isPaused };
  const wish = { upstream: upstream.id, largest: limits.upstreamBlob };
  for (;;) {
    const errand = await storage.blobErrands.next({ ...wish, now: clock.now() });
    if (errand === undefined) return true;
    try {
      const isWhole = await (errand.kind === 'send' ? send(run, errand) : fetchOne(run, errand));
      if (!isWhole) return false;
      await storage.inTransaction(async (shelves) => {
        await shelves.blobHolders.note(upstream.workspace, upstream.hub, [errand.hash]);
        await shelves.blobErrands.done(upstream.id, [errand.hash]);
      });
      metrics.upstreamFiles.inc({ result: errand.kind === 'send' ? 'sent' : 'fetched' });
    } catch (error) {
      if (!isOfOneFile(error)) throw error;
      await storage.blobErrands.rest(errand, clock.now(), error.message);
      metrics.upstreamFiles.inc({ result: 'failed' });
    }
  }
}

function isOfOneFile(error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError)) return false;
  return ofOneFile.has(error instanceof RefusedAbove ? (error.code ?? '') : error.problem.code);
}

/** @returns false where entries are to go first. */
async function send({ hub, upstream, files, isPaused }: FileRelay, errand: BlobErrandRow): Promise<boolean> {
  const { hash, size } = errand;
  const place = { workspace: upstream.workspace, hash };
  for (let held = await files.held(hash); held !== 'whole';) {
    if (await isPaused()) return false;
    const piece = held < size ? await hub.storage.blobs.read(place, held) : new Uint8Array();
    if (piece === undefined) throw new ProblemError(problem('OUT-SYN-030', { path: hash }));
    held = await files.send(hash, piece.subarray(0, files.partBytes), held, size);
  }
  return true;
}

async function fetchOne(
  { hub, upstream, files, isPaused }: FileRelay,
  { hash }: BlobErrandRow,
): Promise<boolean> {
  const { storage, clock, limits } = hub;
  const place = { workspace: upstream.workspace, hash };
  for (;;) {
    const state = await storage.blobs.state(place);
    if (state?.isComplete) return true;
    if (await isPaused()) return false;
    const offset = state?.received ?? 0;
    const part = await files.fetch(hash, offset);
    if (part === undefined || (part.bytes.length === 0 && offset < part.size)) {
      throw new ProblemError(problem('OUT-SYN-030', { path: hash }));
    }
    const options = { now: clock.now(), limit: limits.blob, isInOrder: true };
    await storePart(storage, place, { ...part, offset }, options);
  }
}
