import { namedFiles, isIntact } from '#renderer/data/attachments/blobs.ts';
import { storeFile } from '#renderer/data/attachments/store-file.ts';
import { ensureKeys } from '#renderer/data/sync/device-keys.ts';
import { readHubs, type HubRow } from '#renderer/data/sync/hub-rows.ts';
import { links } from '#renderer/data/sync/link-profiles.ts';
import { Rests } from '#renderer/data/sync/rests.ts';
import { MovedFiles, transferFiles } from '#renderer/data/sync/transfer-files.ts';
import { Chance } from './chance.ts';
import type { Laptop } from './laptop.ts';
import { about } from './work.ts';
import type { World } from './world.ts';

/** Larger than the link takes by itself, now and then. */
const largest = 500;

/** A content that the value alone decides; the same one may be attached twice. */
export async function attach(world: World, laptop: Laptop, record: number, value: number): Promise<void> {
  const kind = value % 5;
  const bytes = Uint8Array.from(new Chance(kind).bytes(kind === 0 ? largest + 1 : 100 * kind));
  const file = new File([bytes], `File ${kind}.bin`);
  const hash = await storeFile(laptop.database, file, laptop.clock.now());
  await about(world, laptop, record, ({ id }) => ({
    kind: 'attach',
    record: id,
    name: file.name,
    size: file.size,
    type: '',
    hash,
    audience: 'internal',
  }));
}

/** Sends and fetches files at a hub, piece by piece. @throws ProblemError as `transferFiles` */
export async function carryFiles(laptop: Laptop, hub: HubRow, budget: number): Promise<void> {
  const own = { replica: hub.replica, keys: await ensureKeys(laptop.database, hub.replica) };
  const link = { ...links.manual, budget: { send: budget, want: budget }, largestFile: largest };
  await transferFiles(laptop.exchange, hub, own, link, {
    rests: new Rests(),
    isPaused: () => laptop.fuse !== undefined,
    onFile: () => undefined,
    moved: new MovedFiles(),
  });
}

/** Everybody sends, then everybody fetches. @returns contents that are not where the link takes them. */
export async function checkFiles({ members }: World): Promise<readonly string[]> {
  for (let round = 0; round < 2; round += 1) {
    for (const laptop of members) {
      for (const hub of await readHubs(laptop.database)) await carryFiles(laptop, hub, 10_000);
    }
  }
  const faults: string[] = [];
  for (const { database, parts } of members) {
    for (const [hash, size] of await namedFiles(database)) {
      const row = await database.blobs.get(hash);
      if (row === undefined && size > largest) continue;
      if (row?.state !== 'whole' || !(await isIntact(database, row)))
        faults.push(`${parts.name}: the file ${hash} of ${size} bytes is ${row?.state ?? 'not there'}`);
    }
  }
  return faults;
}
