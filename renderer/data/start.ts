import type { Catalogue } from '#shared/definition/catalogue.ts';
import { checkCatalogue } from '#shared/definition/check.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import { Attachments } from './attachments/attachments.ts';
import { ConfigCache } from './config-cache.ts';
import { databaseName, OutpostDatabase } from './database.ts';
import { ChangeFeed } from './feed.ts';
import { ensureIdentity } from './identity.ts';
import { IndexClient } from './index/index-client.ts';
import { LocalStore } from './local-store.ts';
import { reconcileJournal } from './reconcile-journal.ts';
import { readProblem, reasonOf, storageProblem } from './storage-problem.ts';
import type { SyncStart } from './sync/protocol.ts';
import { SyncClient } from './sync/sync-client.ts';
import { Data } from './workspace-data.ts';
import { Access } from './vault/access.ts';
import type { OpenDevice } from './vault/open-device.ts';
import { resealAll } from './vault/reseal.ts';
import { sealedJournal } from './vault/sealed-journal.ts';
import { startVerification } from './verify/start-verify.ts';
import { Writer } from './writer.ts';

export interface StartOptions {
  readonly bridge: OutpostBridge;
  readonly catalogue: Catalogue;
  readonly device: OpenDevice;
  /** Told when another, older window holds up the upgrade of the database; it goes on by itself once that is closed. */
  readonly onBlocked: (notice: Problem) => void;
  /** Told what no command answers with: this window is too old to go on, the journal cannot be written, records not be read. */
  readonly onFault: (fault: Problem) => void;
  /** Told when this window has to be loaded anew, because the device was locked or got other keys in another one. */
  readonly onElsewhere: () => void;
  readonly name?: string;
}

/** Opens the workspace of this device. @throws ProblemError OUT-STO-… when it cannot be opened, OUT-DEF-… for a faulty declaration. */
export async function startData(options: StartOptions): Promise<Data> {
  const { bridge, catalogue, device, onBlocked, onFault, onElsewhere, name = databaseName } = options;
  const [faulty] = checkCatalogue(catalogue);
  if (faulty) throw new ProblemError(faulty);
  const { vault } = device;
  const database = new OutpostDatabase(name, vault);
  database.on('blocked', () => onBlocked(problem('OUT-STO-002')));
  database.on('versionchange', () => {
    // A newer window upgrades: let go at once, so that it is not held up, and say what happened here.
    database.close();
    onFault(problem('OUT-STO-007'));
  });
  await openDatabase(database);
  const info = await bridge.platform.info();
  const journal = info.capabilities.journal.available ? sealedJournal(bridge.journal, vault) : undefined;
  const startupNotices = journal ? await reconcileJournal(database, catalogue, journal) : [];
  const clock = systemClock;
  const identity = await ensureIdentity(database, clock.now());
  const feed = new ChangeFeed(`${name}-changes`);
  const config = new ConfigCache(catalogue);
  const session: { actor: Actor | undefined } = { actor: undefined };
  const index = startIndex(name, vault.ring);
  const pointingAt: RecordSource['pointingAt'] = async (type, by, id) => {
    const query = { type, where: [{ column: by, in: [id] }] };
    const page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
    return (await index.ask<'ids'>({ kind: 'ids', query, page, atLeast: Infinity })).ids;
  };
  const writer = new Writer({
    database,
    catalogue,
    clock,
    feed,
    journal,
    config,
    actor: () => session.actor,
    pointingAt,
    exclusively: (work) => navigator.locks.request(`${name}-writer`, work),
    onJournalFault: onFault,
  });
  const sync = new SyncClient({ database, feed, startWorker: () => startSync(name, vault.ring) });
  const verification = startVerification({ database, mustBeSealed: () => isResealed(device), onFault });
  const access = new Access(name, {
    ...device,
    config: () => config.current,
    onConfig: (listener) => config.subscribe(listener),
    onKeys: (ring) => {
      index.takeKeys(ring);
      sync.restart();
      verification.cancel();
    },
    onElsewhere,
  });
  const data = new Data({
    database,
    catalogue,
    identity,
    clock,
    local: new LocalStore(database),
    feed,
    index,
    config,
    writer,
    sync,
    access,
    verification,
    attachments: new Attachments({
      database,
      execute: (command) => writer.execute(command),
      now: () => clock.now(),
    }),
    pointingAt,
    session,
    startupNotices,
    onFault,
  });
  await data.begin();
  void verification.begin().catch((error: unknown) => onFault(readProblem(error)));
  void finishResealing(device, database).catch((error: unknown) => onFault(readProblem(error)));
  return data;
}

async function openDatabase(database: OutpostDatabase): Promise<void> {
  try {
    await database.open();
  } catch (error) {
    const found = storageProblem(error);
    const isPlain = found.code === 'OUT-STO-006' || found.code === 'OUT-STO-007';
    throw new ProblemError(isPlain ? problem('OUT-STO-004', { reason: reasonOf(error) }) : found);
  }
}

/** What stands under an earlier key is written anew, once, in the background. */
async function finishResealing(device: OpenDevice, database: OutpostDatabase): Promise<void> {
  const { generation } = device.vault;
  if ((await device.lock.openRing()) !== undefined || (await isResealed(device))) return;
  await resealAll(database);
  await device.lock.noteResealed(generation);
}

/** All contents stand under the newest key. */
async function isResealed({ lock, vault }: OpenDevice): Promise<boolean> {
  return (await lock.resealedUpTo()) >= vault.generation;
}

/** Build and format of the saved index; that of another is built anew. */
export const indexSignature = `${__BUILD__.version}/3`;

function startIndex(database: string, ring: KeyRing): IndexClient {
  const worker = new Worker(new URL('./index/index.worker.ts', import.meta.url), { type: 'module' });
  return new IndexClient(worker, { database, signature: indexSignature, ring });
}

function startSync(database: string, ring: KeyRing): () => void {
  const worker = new Worker(new URL('./sync/sync.worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ database, ring } satisfies SyncStart);
  return () => worker.terminate();
}
