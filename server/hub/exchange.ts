import type { ExchangeRequest, ExchangeResponse } from '#shared/sync/message.ts';
import { takeIn } from '../intake/take-in.ts';
import { readPage } from '../pages/page.ts';
import type { ReplicaRow } from '../storage/tables.ts';
import { readDirectory } from './directory.ts';
import type { Hub } from './hub.ts';

/** Takes in what is offered and gives what is lacking. What `have` of the answer names is on the disk. */
export async function exchange(
  hub: Hub,
  sender: ReplicaRow,
  request: ExchangeRequest,
): Promise<ExchangeResponse> {
  const { storage, identity, metrics, limits } = hub;
  const { workspace, replica } = sender;
  const now = hub.clock.now();
  const taken = await takeIn(storage, {
    workspace,
    sender: replica,
    runs: request.runs,
    isTold: true,
    now,
    deadLetters: limits.deadLetters,
  });
  metrics.entriesTakenIn.inc(taken.entries);
  for (const { code } of taken.refused) metrics.refusedRuns.inc({ code });
  const { held, epoch, refused } = taken;
  const page = await readPage(storage.logs, {
    workspace,
    asker: replica,
    held,
    have: request.have,
    want: Math.min(request.want, limits.answer),
  });
  await noteContact(hub, sender, request, now);
  const version = (await storage.workspaces.find(workspace))?.directoryVersion ?? 0;
  return {
    version: 1,
    hub: identity.id,
    epoch,
    have: held,
    runs: page.runs,
    more: page.more,
    refused,
    ...(version > request.directory ? { directory: await readDirectory(storage, identity, workspace) } : {}),
    wall: now,
  };
}

/** A write for every question of an idle device would cost more than it says. */
const contactEvery = 10_000;

async function noteContact(
  { storage }: Hub,
  { workspace, replica, lastContact, holds }: ReplicaRow,
  { have }: ExchangeRequest,
  now: number,
): Promise<void> {
  const text = JSON.stringify(have);
  if (text === holds && lastContact !== null && now - lastContact < contactEvery) return;
  await storage.replicas.contact(workspace, replica, now, text);
}
