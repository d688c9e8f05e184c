import { problem, ProblemError, type ProblemCode } from '#shared/kernel/errors.ts';
import { addTallies, noFiles, type FileTally } from '#shared/sync/files.ts';
import { isIntact, readBytes, removeBlob } from '../attachments/blobs.ts';
import { storePart } from '../attachments/store-part.ts';
import type { OutpostDatabase } from '../database.ts';
import { storageProblem } from '../storage-problem.ts';
import type { ExchangeParts, OwnReplica } from './exchange.ts';
import { fileJobs, hubMark, isTakenBy, type FileJob } from './file-jobs.ts';
import { HubFiles } from './hub-files.ts';
import { readHubs, type HubRow } from './hub-rows.ts';
import type { Link } from './link-profiles.ts';
import type { Rests } from './rests.ts';
import { HubRefusal } from './transport.ts';

export interface TransferOptions {
  readonly rests: Rests;
  /** Asked before every piece: entries go first. */
  readonly isPaused: () => boolean;
  /** A file is on both sides now. */
  readonly onFile: () => void;
  /** Counts what goes over the link. */
  readonly moved: MovedFiles;
}

/** What went over a link: attachments that came through, and all bytes of theirs. */
export class MovedFiles {
  sent: FileTally = noFiles;
  received: FileTally = noFiles;

  get isAny(): boolean {
    return this.sent !== noFiles || this.received !== noFiles;
  }

  add(kind: FileJob['kind'], moved: Partial<FileTally>): void {
    const tally = { ...noFiles, ...moved };
    if (kind === 'send') this.sent = addTallies(this.sent, tally);
    else this.received = addTallies(this.received, tally);
  }
}

interface Transfer extends TransferOptions {
  readonly database: OutpostDatabase;
  readonly files: HubFiles;
  readonly hub: HubRow;
  readonly link: Link;
}

/** Reasons that lie in one file; the others go on. */
const ofOneFile: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'OUT-ATT-007',
  'OUT-ATT-008',
  'OUT-ATT-009',
  'OUT-SYN-036',
  'OUT-SYN-037',
  'OUT-SYN-038',
]);

/** A file is begun anew so often before it has to wait. */
const mostTries = 3;

/**
 * Sends and fetches contents of files, piece by piece, each from where the other side stands, until both hold what the link takes or entries are
 * to go first. A file with a fault of its own waits and holds up no other.
 * @throws ProblemError where the hub cannot be reached or does not answer, OUT-STO-001 where the disk is full.
 */
export async function transferFiles(
  { database, transport, clock }: ExchangeParts,
  hub: HubRow,
  own: OwnReplica,
  link: Link,
  options: TransferOptions,
): Promise<void> {
  const { rests, isPaused, onFile } = options;
  const transfer: Transfer = {
    ...options,
    database,
    hub,
    link,
    files: new HubFiles({ transport, clock }, hub, own),
  };
  for (const job of await fileJobs(database, hub)) {
    if (isPaused()) return;
    if (!isTakenBy(link, job) || rests.isResting(job.hash, clock.now())) continue;
    try {
      await (job.kind === 'send' ? sendFile(transfer, job) : fetchFile(transfer, job));
      onFile();
    } catch (error) {
      const found = storageProblem(error);
      if (!ofOneFile.has(found.code)) throw error instanceof ProblemError ? error : new ProblemError(found);
      rests.note(job.hash, found, clock.now());
    }
  }
}

async function sendFile(transfer: Transfer, { hash }: FileJob): Promise<void> {
  const { database, files, link, isPaused, moved } = transfer;
  const row = await database.blobs.get(hash);
  if (row?.state !== 'whole') return;
  let held = await files.held(hash);
  const isNew = held !== 'whole';
  for (let tries = 1; held !== 'whole';) {
    if (isPaused()) return;
    const bytes = await readBytes(database, hash, held, Math.min(link.budget.send, row.size - held));
    if (bytes.length === 0 && held < row.size) throw await thrownAway(database, hash);
    try {
      held = await files.send(hash, bytes, held, row.size);
      moved.add('send', { bytes: bytes.length });
    } catch (error) {
      if (!isToRepeat(error) || tries >= mostTries) throw error;
      // What is sent as something else may be something else here already.
      if (error.problem.code === 'OUT-SYN-036' && !(await isIntact(database, row))) {
        throw await thrownAway(database, hash);
      }
      tries += 1;
      held = await files.held(hash);
    }
  }
  if (isNew) moved.add('send', { count: 1 });
  await noteAtHub(transfer, hash);
}

function isToRepeat(error: unknown): error is HubRefusal {
  return error instanceof HubRefusal && ['OUT-SYN-036', 'OUT-SYN-037'].includes(error.problem.code);
}

async function thrownAway(database: OutpostDatabase, hash: string): Promise<ProblemError> {
  await removeBlob(database, hash);
  return new ProblemError(problem('OUT-ATT-007'));
}

async function fetchFile(transfer: Transfer, job: FileJob): Promise<void> {
  const { database, files, link, isPaused, moved } = transfer;
  const { hash } = job;
  for (let tries = 1; ;) {
    if (isPaused()) return;
    const row = await database.blobs.get(hash);
    if (row?.state === 'whole' || row?.state === 'storing') return;
    const offset = row?.received ?? 0;
    const part = await files.fetch(hash, offset, link.budget.want);
    if (!part) throw new ProblemError(problem('OUT-ATT-009'));
    const { bytes, size } = part;
    moved.add('fetch', { bytes: bytes.length });
    const isWhole = await storePart(database, { hash, size, offset, bytes });
    // The entry may have named another size than the hub holds.
    if (!isTakenBy(link, { ...job, size })) return;
    if (isWhole) {
      if (await isIntact(database, { hash, size })) {
        moved.add('fetch', { count: 1 });
        return noteAtHub(transfer, hash);
      }
      await removeBlob(database, hash, 'partial');
    }
    if (isWhole || bytes.length === 0) {
      if (tries >= mostTries) throw new ProblemError(problem('OUT-ATT-008'));
      tries += 1;
    }
  }
}

/** The content is whole here and at the hub. What a person asked for is done once no hub lacks it. */
async function noteAtHub({ database, hub }: Transfer, hash: string): Promise<void> {
  const all = (await readHubs(database)).length;
  await database.transaction('rw', database.blobs, async () => {
    const row = await database.blobs.get(hash);
    if (!row || row.state === 'storing') return;
    const hubs = [...row.hubs.filter((mark) => !mark.startsWith(`${hub.id} `)), hubMark(hub)];
    const isWanted = row.state === 'whole' && row.isWanted && hubs.length < all ? true : undefined;
    await database.blobs.update(hash, { state: 'whole', hubs, isWanted });
  });
}
