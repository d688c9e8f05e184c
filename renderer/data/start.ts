import type { Catalogue } from '#shared/definition/catalogue.ts';
import { checkCatalogue } from '#shared/definition/check.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { Attachments } from './attachments/attachments.ts';
import { ConfigCache } from './config-cache.ts';
import { databaseName } from './database.ts';
import { ChangeFeed } from './feed.ts';
import { LocalStore } from './local-store.ts';
import { startIndex, startSync, startVerification } from './start-workers.ts';
import { startKeyChange } from './vault/start-key-change.ts';
import { openOwnLog } from './open-own-log.ts';
import { openDatabase } from './open-database.ts';
import { SyncClient } from './sync/sync-client.ts';
import { Data } from './workspace-data.ts';
import type { OpenDevice } from './vault/open-device.ts';
import { startTrust } from './vault/start-trust.ts';
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
  const database = await openDatabase({ name, vault, onBlocked, onFault });
  const clock = systemClock;
  const { journal, identity, notices } = await openOwnLog(bridge, database, catalogue, clock);
  const feed = new ChangeFeed(`${name}-changes`);
  const config = new ConfigCache(catalogue);
  const session: { actor: Actor | undefined } = { actor: undefined };
  const index = startIndex(name, vault.ring);
  const pointingAt = index.pointingAt.bind(index);
  const { access, owedVouch } = startTrust({
    database,
    catalogue,
    device,
    config,
    index,
    onKeys: (ring) => {
      index.takeKeys(ring);
      sync.restart();
      verification.cancel();
    },
    onElsewhere,
  });
  const writer = new Writer({
    database,
    catalogue,
    clock,
    feed,
    journal,
    config,
    actor: () => session.actor,
    pointingAt,
    owedVouch,
    exclusively: (work) => navigator.locks.request(`${name}-writer`, work),
    onJournalFault: onFault,
  });
  const sync = new SyncClient({ database, feed, startWorker: () => startSync(name, vault.ring) });
  const verification = startVerification({ database, mustBeSealed: () => keyChange.isDone(), onFault });
  const keyChange = startKeyChange({
    device,
    database,
    access,
    config: () => config.current,
    journal: journal && bridge.journal,
    onFault,
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
    journal,
    sync,
    access,
    verification,
    keyChange,
    attachments: new Attachments({
      database,
      execute: (command) => writer.execute(command),
      now: () => clock.now(),
    }),
    pointingAt,
    session,
    alone: (work) =>
      navigator.locks.request(`${name}-rules`, { ifAvailable: true }, (lock) => (lock ? work() : undefined)),
    startupNotices: notices,
    onFault,
  });
  await data.begin();
  data.rules.begin();
  void verification.begin();
  void keyChange.begin();
  return data;
}
