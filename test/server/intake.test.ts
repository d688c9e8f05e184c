import { describe, expect, it } from 'vitest';
import { chainEntries } from '#shared/changelog/chain.ts';
import { hubPaths } from '#shared/contracts/hub.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { readPage } from '#server/pages/page.ts';
import { renamedFork, type Branch } from '#shared/sync/renamed-fork.ts';
import { toPackedRun, unpackRun } from '#shared/sync/wire.ts';
import type { Device } from '#test/support/device.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

function flipped(run: PackedRun, at: number): PackedRun {
  const bytes = run.bytes.slice();
  bytes[at] = (bytes[at] ?? 0) ^ 0x20;
  return { ...run, bytes };
}

/** A copy of the device's database, used elsewhere. */
function cloneOf<Original extends Device>(device: Original): Original {
  const clone: Original = Object.assign(Object.create(Object.getPrototypeOf(device) as object), device);
  clone.entries = [...device.entries];
  return clone;
}

/** What a device wrote from an entry on, as everybody calls it who finds the fork. */
function movedFrom({ entries, head }: Device, seq: number): Branch {
  const [first, ...rest] = entries.slice(seq - 1);
  if (!first) throw new Error('There is nothing to move.');
  return renamedFork({ entries: [first, ...rest], hash: head.hash });
}

describe.each(engines)('intake on %s', (engine) => {
  it('SYN-213 keeps what is good before a flipped byte, sets the rest aside and takes other logs of the request', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    const other = await hub.device();
    first.write(60);
    other.write(9);
    const runs = [1, 21, 41].map((from) => first.run(from, from + 19));
    const damaged = runs.map((run, index) => (index === 1 ? flipped(run, run.bytes.length - 9) : run));
    const answer = await first.exchange({ runs: [...damaged, other.run()] });
    expect(answer.have).toEqual({ [first.replica]: 20, [other.replica]: 9 });
    expect(answer.refused.map(({ replica, from }) => [replica, from])).toEqual([
      [first.replica, 21],
      [first.replica, 41],
    ]);
    expect(['OUT-SYN-001', 'OUT-SYN-006']).toContain(answer.refused[0]?.code);
    expect(answer.refused[1]?.code).toBe('OUT-SYN-005');
    await first.exchange({ runs: damaged });
    const letters: unknown = await (await hub.admin(hubPaths.adminDeadLetters)).json();
    expect(letters).toMatchObject([{ replica: first.replica, from: 21, to: 40, broughtBy: first.replica }]);
    const after = await first.sync();
    expect(after.have).toEqual({ [first.replica]: 60, [other.replica]: 9 });
  });

  it('SYN-214 finds a cloned laptop, names where the logs part, and holds both branches', async () => {
    const hub = await startTestHub({ engine });
    const { storage } = hub.hub;
    const first = await hub.device();
    first.write(10);
    await first.sync();
    const clone = cloneOf(first);
    first.write(6);
    clone.write(4, 'On the copy.', 1000);
    await first.sync();
    const behind = await clone.exchange({ runs: [clone.run(8)] });
    expect(behind.refused).toMatchObject([{ replica: clone.replica, from: 8, code: 'OUT-SYN-020', seq: 11 }]);
    const moved = movedFrom(clone, 11);
    expect(behind.have).toEqual({ [first.replica]: 16, [moved.entries[0].replica]: 4 });
    const [returned] = clone.returned;
    expect(returned).toMatchObject({ replica: first.replica, from: 15, to: 16 });
    const [fifteenth] = unpackRun(returned?.bytes ?? new Uint8Array());
    expect(fifteenth?.prev).toBe(first.entries[14]?.prev);
    clone.write(9, 'On the copy.');
    const beyond = await clone.exchange({ runs: [clone.run(17)] });
    expect(beyond.refused).toMatchObject([{ replica: clone.replica, from: 17, code: 'OUT-SYN-020' }]);
    const packed = await clone.exchange({ runs: [clone.run(17, 23, { withoutPrev: true })] });
    expect(packed.refused).toMatchObject([{ replica: clone.replica, from: 17, code: 'OUT-SYN-020' }]);
    expect(packed.have).toEqual(behind.have);
    expect(packed.epoch).toBe(behind.epoch);
    expect(await storage.deadLetters.list()).toEqual([]);
    const reader = await hub.device();
    await reader.sync();
    expect(reader.others.get(first.replica)).toEqual(first.entries);
    expect(reader.others.get(moved.entries[0].replica)).toEqual(moved.entries);
  });

  it('SYN-222 a branch that was written earlier takes the name, and the one held goes on under another', async () => {
    const hub = await startTestHub({ engine });
    const { storage } = hub.hub;
    const first = await hub.device();
    first.write(10);
    await first.sync();
    const clone = cloneOf(first);
    clone.write(3, 'On the copy.');
    first.write(6, 'Later.', 1000);
    const before = await first.sync();
    const other = await hub.device();
    await other.sync();
    await other.exchange();
    const answer = await clone.exchange({ runs: [clone.run(8)] });
    const moved = movedFrom(first, 11);
    expect(answer.refused).toEqual([]);
    expect(answer.have).toEqual({ [clone.replica]: 13, [moved.entries[0].replica]: 6 });
    expect(answer.epoch).not.toBe(before.epoch);
    expect(await storage.logs.covering(hub.workspace, clone.replica, 13)).toMatchObject({
      signature: clone.run(11).signature,
    });
    const known = await storage.replicas.find(hub.workspace, other.replica);
    expect(JSON.parse(known?.holds ?? '{}')).toEqual({ [clone.replica]: 10 });
    const behind = await first.exchange({ runs: [first.run(16)] });
    expect(behind.refused).toMatchObject([{ code: 'OUT-SYN-005', seq: 14 }]);
    const again = await first.exchange({ runs: [first.run(9)] });
    expect(again.refused).toMatchObject([{ code: 'OUT-SYN-020', seq: 11 }]);
    expect(again).toMatchObject({ have: answer.have, epoch: answer.epoch });
    const reader = await hub.device();
    await reader.sync();
    expect(reader.others.get(clone.replica)).toEqual(clone.entries);
    expect(reader.others.get(moved.entries[0].replica)).toEqual(moved.entries);
  });

  it('SYN-222 a log that forked off waits for the branch that it lost to', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    const carrier = await hub.device();
    first.write(10);
    const clone = cloneOf(first);
    first.write(6);
    clone.write(3, 'On the copy.', 1000);
    const { entries } = movedFrom(clone, 11);
    const run = toPackedRun({ replica: entries[0].replica, entries });
    const early = await carrier.exchange({ runs: [run] });
    expect(early.refused).toMatchObject([{ replica: run.replica, code: 'OUT-SYN-005' }]);
    const both = await carrier.exchange({ runs: [run, first.unsignedRun(1, 16)] });
    expect(both.refused).toEqual([]);
    expect(both.have).toEqual({ [first.replica]: 16, [run.replica]: 3 });
  });

  it('SYN-222 first come stays where the other branch cannot be read here', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    first.write(10);
    const clone = cloneOf(first);
    clone.write(3, 'On the copy.');
    first.write(6, 'Later.', 1000);
    const last = first.run(15, 16);
    last.bytes[0] = 99;
    const before = await first.exchange({ runs: [first.run(1, 14), last] });
    const answer = await clone.exchange({ runs: [clone.run(8)] });
    expect(answer.refused).toMatchObject([{ code: 'OUT-SYN-020', seq: 11 }]);
    expect(answer).toMatchObject({ have: before.have, epoch: before.epoch });
    expect(await hub.hub.storage.deadLetters.list()).toMatchObject([{ code: 'OUT-SYN-020' }]);
  });

  it('SYN-215 takes no run without its author’s signature, nor with another’s', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    const second = await hub.device();
    first.write(5);
    second.write(5);
    const { replica, from, to, bytes } = first.run();
    const unsigned = await first.exchange({ runs: [{ replica, from, to, bytes }] });
    expect(unsigned.refused).toMatchObject([{ code: 'OUT-SYN-021' }]);
    const { signature } = second.run();
    const forged = { replica, from, to, bytes, ...(signature ? { signature } : {}) };
    const answer = await second.exchange({ runs: [forged, second.run()] });
    expect(answer.refused).toMatchObject([{ replica, code: 'OUT-SYN-006' }]);
    expect(answer.have).toEqual({ [second.replica]: 5 });
  });

  it('SYN-216 stores what another carries for its author, vouched for by who brings it', async () => {
    const hub = await startTestHub({ engine });
    const absent = await hub.device();
    const carrier = await hub.device();
    absent.write(8);
    const { replica, from, to, bytes } = absent.run();
    const answer = await carrier.exchange({ runs: [{ replica, from, to, bytes }] });
    expect(answer.refused).toEqual([]);
    const stored = await hub.hub.storage.logs.covering(hub.workspace, replica, 8);
    expect(stored).toMatchObject({ via: carrier.replica, signature: null });
    absent.write(2);
    expect((await absent.sync()).have).toEqual({ [replica]: 10 });
  });

  it('SYN-217 stores and passes on entries of kinds that it does not know', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    const body = { kind: 'weave', threads: [1, { deep: true }] } as unknown as { kind: 'note' };
    const draft = {
      stamp: { wall: 5, counter: 1 },
      actor: 'person',
      type: 'unheard-of',
      record: 'r',
      body: { text: '', audience: 'internal', ...body } as const,
    };
    const { entries, head } = chainEntries(first.replica, first.head, [draft]);
    first.entries.push(...entries);
    first.head = head;
    await first.sync();
    const second = await hub.device();
    await second.sync();
    expect(second.others.get(first.replica)).toEqual(first.entries);
  });

  it('SYN-217 stores and passes on runs of a newer format, and what follows them', async () => {
    const hub = await startTestHub({ engine });
    const newer = (run: PackedRun): PackedRun => {
      const bytes = run.bytes.slice();
      bytes[0] = 99;
      return { ...run, bytes };
    };
    const first = await hub.device();
    first.write(12);
    const offered = [first.run(1, 4), newer(first.run(5, 6)), newer(first.run(7, 8)), first.run(9, 12)];
    const answer = await first.exchange({ runs: offered });
    expect(answer.refused).toEqual([]);
    expect(answer.have).toEqual({ [first.replica]: 12 });
    first.write(2);
    const again = await first.exchange({
      runs: [newer(first.run(5, 6)), first.run(3, 12), newer(first.run(11, 14))],
    });
    expect(again.refused).toMatchObject([{ from: 11, code: 'OUT-SYN-005', seq: 13 }]);
    const page = await readPage(hub.hub.storage.logs, {
      workspace: hub.workspace,
      asker: 'reader',
      held: again.have,
      have: {},
      want: 100,
    });
    expect(page.runs).toMatchObject([{ from: 1, to: 1 }]);
    const all = await readPage(hub.hub.storage.logs, {
      workspace: hub.workspace,
      asker: 'reader',
      held: again.have,
      have: {},
      want: 1_000_000,
    });
    expect(all.runs.map(({ from, to }) => [from, to])).toEqual([
      [1, 4],
      [5, 6],
      [7, 8],
      [9, 12],
    ]);
    expect(all.runs.slice(1, 3).map(({ bytes }) => bytes)).toEqual(
      offered.slice(1, 3).map(({ bytes }) => bytes),
    );
  });

  it('SYN-218 takes a dead letter in once its reason has gone', async () => {
    const hub = await startTestHub({ engine });
    const { storage } = hub.hub;
    const first = await hub.device();
    const second = await hub.device();
    first.write(3);
    await storage.replicas.revoke(hub.workspace, first.replica, 1000);
    const refused = await second.exchange({ runs: [first.run()] });
    expect(refused.refused).toMatchObject([{ code: 'OUT-SYN-023' }]);
    const [letter] = await storage.deadLetters.list();
    const requeue = () =>
      hub.admin(`${hubPaths.adminDeadLetters}/${letter?.id ?? ''}/requeue`, { method: 'POST' });
    expect(await (await requeue()).json()).toMatchObject({ refused: [{ code: 'OUT-SYN-023' }] });
    await storage.replace((db) => db.updateTable('replicas').set({ revokedAt: null }).execute());
    expect(await (await requeue()).json()).toEqual({ refused: [] });
    expect(await storage.logs.vector(hub.workspace)).toEqual({ [first.replica]: 3 });
    expect(await storage.deadLetters.list()).toEqual([]);
  });
});
