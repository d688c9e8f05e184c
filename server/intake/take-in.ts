import { setImmediate } from 'node:timers/promises';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import type { RefusedRun } from '#shared/sync/message.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { StubGate } from '#shared/sync/stub-gate.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { DeadLetterBounds, NewDeadLetter } from '../storage/shelves/dead-letters.ts';
import type { Shelves, Storage } from '../storage/storage.ts';
import { readEpoch } from '../hub/identity.ts';
import { readOrders } from '../jobs/redaction/known-orders.ts';
import { heldLogIn } from './held-log.ts';
import { isKept, planIntake, refusalOf, type IntakePlan } from './plan.ts';
import { readRun, type OpaqueRun, type ReadRun, type UnfitRun } from './read-run.ts';
import { settleFork } from './settle-fork.ts';

export interface Offer {
  readonly workspace: string;
  /** Who sends it: an enrolled replica, whose request signature was checked. */
  readonly sender: string;
  readonly runs: readonly PackedRun[];
  /** Whether the sender hears what was refused; not so with a file. */
  readonly isTold: boolean;
  /** Epoch ms. */
  readonly now: number;
  readonly deadLetters: DeadLetterBounds;
}

export interface TakenIn {
  /** Everything up to it is on the disk. */
  readonly held: Vector;
  /** Of the hub, when it held that. */
  readonly epoch: string;
  readonly refused: readonly RefusedRun[];
  readonly entries: number;
  readonly dead: number;
}

/** Takes in what is good of an offer, in one transaction, and keeps aside what is not. */
export async function takeIn(storage: Storage, offer: Offer): Promise<TakenIn> {
  const { workspace, runs, sender: via, now: receivedAt } = offer;
  if (runs.length === 0) {
    const epoch = await readEpoch(storage.settings);
    return { held: await storage.logs.vector(workspace), epoch, refused: [], entries: 0, dead: 0 };
  }
  const read = await readAll(storage, offer);
  return storage.inWorkspace(workspace, async (shelves) => {
    const heads = await shelves.logs.heads(
      workspace,
      runs.map(({ replica }) => replica),
    );
    const plan = await planIntake(read, heads, heldLogIn(shelves.logs, workspace), offer.isTold);
    await store(shelves, offer, plan);
    const refused = [...plan.refused];
    const dead = [...plan.dead];
    const taken: PackedRun[] = plan.accepted.map(({ packed }) => packed);
    for (const forked of plan.forked) {
      const { packed } = forked.run;
      const refusal = await settleFork(shelves, forked, { workspace, via, receivedAt });
      if (refusal === undefined) taken.push(packed);
      else {
        refused.push(refusalOf(packed, refusal));
        if (isKept(refusal, offer.isTold)) dead.push({ packed, fault: refusal.fault });
      }
    }
    const letters = dead.map((run) => letterOf(run, receivedAt));
    await shelves.deadLetters.add({ workspace, via }, letters, offer.deadLetters);
    return {
      held: await shelves.logs.vector(workspace),
      epoch: await readEpoch(shelves.settings),
      refused,
      entries: taken.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      dead: dead.length,
    };
  });
}

/** Before the lock is taken: unpacking and hashing is where the time goes. */
async function readAll(
  storage: Storage,
  { workspace, sender, runs }: Offer,
): Promise<(ReadRun | OpaqueRun | UnfitRun)[]> {
  const replicas = [...new Set(runs.map(({ replica }) => replica))];
  const known = await Promise.all(replicas.map((replica) => storage.replicas.find(workspace, replica)));
  const authors = new Map(replicas.map((replica, index) => [replica, known[index]]));
  const heads = await storage.logs.heads(workspace, replicas);
  const held = heldLogIn(storage.logs, workspace);
  /** Ends of the runs read so far, for the next ones of the same replica. */
  const ends = new Map(heads);
  const read: (ReadRun | OpaqueRun | UnfitRun)[] = [];
  for (const packed of runs.toSorted((a, b) => a.from - b.from)) {
    const { replica, from } = packed;
    const before = from - 1;
    const end = ends.get(replica) ?? noHead;
    const stored = heads.get(replica) ?? noHead;
    const prev =
      before === end.seq ? end.hash : before < stored.seq ? await held.hashAt(replica, before) : undefined;
    const run = readRun(packed, {
      workspace,
      sender,
      author: authors.get(replica),
      // After a run that cannot be read here, the next one has to bring the hash itself.
      prev: prev === '' && before > 0 ? undefined : prev,
    });
    if (!('fault' in run)) ends.set(replica, { seq: packed.to, hash: 'head' in run ? run.head : '' });
    read.push(run);
    // Others are answered in between.
    await setImmediate();
  }
  return gated(storage, { workspace, sender }, read, heads);
}

type Read = ReadRun | OpaqueRun | UnfitRun;

/** RED-131: a device brings no log of another without its contents, unless they were removed by an order that is here or comes with it. */
async function gated(
  storage: Storage,
  { workspace, sender }: Pick<Offer, 'workspace' | 'sender'>,
  read: readonly Read[],
  heads: ReadonlyMap<string, Head>,
): Promise<Read[]> {
  const newIn = ({ packed: { replica }, entries }: ReadRun) =>
    entries.filter(({ seq }) => seq > (heads.get(replica)?.seq ?? 0));
  const isCarried = (run: Read): run is ReadRun =>
    'entries' in run &&
    run.packed.replica !== sender &&
    newIn(run).some(({ body }) => body.kind === 'redacted');
  const isDevice = (await storage.replicas.find(workspace, sender))?.kind === 'device';
  if (!isDevice || !read.some(isCarried)) return [...read];
  const gate = new StubGate(await readOrders(storage.settings, workspace));
  for (const run of read) if ('entries' in run) gate.learn(run.entries);
  return read.map((run) => {
    const fault = isCarried(run) ? gate.faultIn(newIn(run)) : undefined;
    return fault ? { packed: run.packed, fault } : run;
  });
}

async function store(shelves: Shelves, offer: Offer, { accepted }: IntakePlan): Promise<void> {
  const { workspace, sender: via, now: receivedAt } = offer;
  await shelves.logs.append(
    workspace,
    accepted.map(({ packed: { replica, from, to, bytes, signature }, prev, head }) => ({
      replica,
      first: from,
      last: to,
      prev,
      head,
      signature: signature ?? null,
      via,
      receivedAt,
      bytes,
    })),
  );
}

function letterOf({ packed, fault }: UnfitRun, now: number): NewDeadLetter {
  const { replica, from, to, bytes, signature } = packed;
  return {
    id: newRecordId(now),
    replica,
    first: from,
    last: to,
    bytesHash: sha256Hex(bytes),
    code: fault.code,
    message: fault.message,
    receivedAt: now,
    signature: signature ?? null,
    size: bytes.length,
    bytes,
  };
}
