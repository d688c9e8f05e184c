import { mostListed } from '#shared/contracts/hub.ts';
import type { Hub } from '../../hub/hub.ts';
import type { UpstreamRow } from '../../storage/tables.ts';
import type { FilesAbove } from './files-above.ts';

type Places = Pick<UpstreamRow, 'blobsTold' | 'blobsSeen' | 'blobsEpoch'>;

/**
 * Notes which contents only one of the two hubs holds. Both lists are read from where they were read to the last time, so what was
 * looked at once costs nothing again.
 */
export async function noteErrands(hub: Hub, upstream: UpstreamRow, files: FilesAbove): Promise<void> {
  await noteOwn(hub, upstream, await noteTheirs(hub, upstream, files));
}

/** @returns how far the own ones were looked through; from the beginning where the hub above is not what it was. */
async function noteTheirs(hub: Hub, upstream: UpstreamRow, files: FilesAbove): Promise<number> {
  const { id, workspace } = upstream;
  let { blobsTold: told, blobsSeen: seen, blobsEpoch: known }: Places = upstream;
  for (;;) {
    const list = await files.list(seen);
    if (list === undefined) return told;
    const { epoch, last, blobs } = list;
    if ((known !== null && known !== epoch) || last < seen) {
      await hub.storage.inTransaction(async (shelves) => {
        await shelves.blobHolders.forget(workspace, upstream.hub);
        await shelves.blobErrands.clear(id);
        await shelves.upstreams.blobs(id, { blobsTold: 0, blobsSeen: 0, blobsEpoch: epoch });
      });
      [told, seen, known] = [0, 0, epoch];
      continue;
    }
    const from = seen;
    seen = blobs.at(-1)?.number ?? seen;
    known = epoch;
    if (seen === from && epoch === upstream.blobsEpoch) return told;
    await hub.storage.inTransaction(async (shelves) => {
      const states = await Promise.all(blobs.map(({ hash }) => shelves.blobs.state({ workspace, hash })));
      const isHere = (index: number) => states[index]?.isComplete === true;
      await shelves.blobHolders.note(
        workspace,
        upstream.hub,
        blobs.map(({ hash }) => hash),
      );
      await shelves.blobErrands.done(
        id,
        blobs.filter((_, index) => isHere(index)).map(({ hash }) => hash),
      );
      await shelves.blobErrands.add(
        id,
        'fetch',
        blobs.filter((_, index) => !isHere(index)),
      );
      await shelves.upstreams.blobs(id, { blobsSeen: seen, blobsEpoch: epoch });
    });
    if (blobs.length < mostListed) return told;
  }
}

async function noteOwn({ storage }: Hub, { id, workspace, hub }: UpstreamRow, after: number): Promise<void> {
  let told = after;
  for (;;) {
    const last = await storage.blobs.last(workspace);
    if (last <= told) return;
    const blobs = await storage.blobs.list({ workspace, notHeldBy: hub, after: told, most: mostListed });
    told = blobs.length < mostListed ? last : (blobs.at(-1)?.number ?? last);
    await storage.inTransaction(async (shelves) => {
      await shelves.blobErrands.add(id, 'send', blobs);
      await shelves.upstreams.blobs(id, { blobsTold: told });
    });
  }
}
