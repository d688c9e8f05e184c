import 'fake-indexeddb/auto';
import { receiveRuns } from '#renderer/data/receive.ts';
import { putHub } from '#renderer/data/sync/hub-rows.ts';
import { chainEntries, noHead, type Draft } from '#shared/changelog/chain.ts';
import { hashEntry } from '#shared/changelog/codec.ts';
import type { EntryBody } from '#shared/changelog/entry.ts';
import { newReplicaId } from '#shared/kernel/ids.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { signDirectory } from '#shared/sync/directory.ts';
import { newKeys } from '#shared/sync/keys.ts';
import { vouchedUnit, type Unit } from './vouched-unit.ts';

export const day = 86_400_000;
/** A unit that has joined a hub, at which another device is enrolled. */
export async function joinedUnit(): Promise<{ readonly unit: Unit; readonly elsewhere: string }> {
  const unit = await vouchedUnit();
  const [hub, elsewhere] = [newReplicaId(), newReplicaId()];
  const { replica } = unit.window.data.identity;
  const keys = newKeys();
  const known = (id: string, kind: 'hub' | 'device') => ({
    replica: id,
    kind,
    name: kind,
    shortCode: '7A',
    signKey: keys.sign.public,
    boxKey: keys.box.public,
  });
  const replicas = [known(hub, 'hub'), known(replica, 'device'), known(elsewhere, 'device')];
  await putHub(unit.window.database, {
    id: hub,
    name: 'Hub',
    address: '',
    workspace: { id: 'w', name: '', marking: '' },
    signKey: keys.sign.public,
    boxKey: keys.box.public,
    replica,
    profile: 'manual',
    enrolledAt: 0,
    directory: signDirectory(keys.sign.secret, { workspace: 'w', version: 1, hub, replicas }),
  });
  return { unit, elsewhere };
}

/** Entries of another device arrive, a day after the unit was made. @param wall what its clock says. */
export async function arrive(
  { window }: Unit,
  replica: string,
  said: readonly {
    readonly actor: string;
    readonly type: string;
    readonly record: string;
    readonly body: EntryBody;
  }[],
  wall = window.clock.at + day,
): Promise<void> {
  const drafts = said.map((one, index): Draft => ({ ...one, stamp: { wall, counter: 50 + index } }));
  const { entries } = chainEntries(replica, noHead, drafts);
  const run = { entries, hash: hashEntry(entries.at(-1)!), receivedAt: window.clock.at + day };
  const { n } = await receiveRuns(window.database, catalogue, [run]);
  window.announceForeign(n);
  await window.data.reloadConfig();
  await window.data.access.follow();
}
