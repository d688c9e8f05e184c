import { describe, expect, it } from 'vitest';
import { makeCode, anyWorkspace } from '#server/hub/codes.ts';
import { Device } from '#test/support/device.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { joinUpstream } from './join.ts';
import { relay } from './relay.ts';
import { pauseAfter } from './upstream.ts';

/** Puts `below` under `above`, with all its workspaces. */
async function join(below: TestHub, above: TestHub): Promise<void> {
  const { storage } = above.hub;
  const wish = { workspace: anyWorkspace, label: 'Unit', kind: 'hub' as const };
  const { text } = await makeCode(storage.codes, wish, above.hub.clock.now());
  const workspaces = await below.hub.storage.workspaces.list();
  await joinUpstream(below.hub, { address: above.address, code: text, workspaces });
}

async function relayAll({ hub }: TestHub) {
  const outcomes = [];
  for (const upstream of await hub.storage.upstreams.list()) outcomes.push(await relay(hub, upstream));
  return outcomes.flatMap(({ refused }) => refused);
}

async function deviceAt(hub: TestHub, workspace: string): Promise<Device> {
  const device = new Device();
  const { storage, clock } = hub.hub;
  const { text } = await makeCode(storage.codes, { workspace, label: 'Test' }, clock.now());
  await device.enrol(hub.address, text);
  return device;
}

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen.');
}

describe('a hub under a hub', () => {
  it('SYN-250 unit, brigade and headquarters hold the same entries, and who signed them', async () => {
    const unit = await startTestHub();
    const brigade = await startTestHub({ engine: 'postgresql' });
    const headquarters = await startTestHub();
    await join(unit, brigade);
    const laptop = await unit.device();
    laptop.write(30);
    await laptop.sync();
    expect(await relayAll(unit)).toEqual([]);
    const { id } =
      (await brigade.hub.storage.workspaces.list()).find((row) => row.id === unit.workspace) ?? {};
    expect(id).toBe(unit.workspace);
    await joinUpstream(brigade.hub, {
      address: headquarters.address,
      code: (
        await makeCode(
          headquarters.hub.storage.codes,
          { workspace: anyWorkspace, label: 'Brigade', kind: 'hub' },
          brigade.hub.clock.now(),
        )
      ).text,
      workspaces: [{ id: unit.workspace, name: 'Unit', marking: '' }],
    });
    expect(await relayAll(brigade)).toEqual([]);
    const desk = await deviceAt(headquarters, unit.workspace);
    await desk.sync();
    expect(desk.others.get(laptop.replica)).toEqual(laptop.entries);
    const known = await headquarters.hub.storage.replicas.find(unit.workspace, laptop.replica);
    expect(known).toMatchObject({ signKey: laptop.keys.sign.public, through: brigade.hub.identity.id });

    desk.write(4);
    await desk.sync();
    await relayAll(brigade);
    await relayAll(unit);
    await laptop.sync();
    expect(laptop.others.get(desk.replica)).toEqual(desk.entries);
    expect(await unit.hub.storage.replicas.find(unit.workspace, desk.replica)).toMatchObject({
      through: brigade.hub.identity.id,
    });
  });

  it('SYN-251 runs by itself, goes on after the hub above was away, and names what is wrong', async () => {
    const brigade = await startTestHub();
    const unit = await startTestHub({ upstreamSeconds: 1 });
    await join(unit, brigade);
    const laptop = await unit.device();
    laptop.write(5);
    await laptop.sync();
    const heldAbove = async (count: number) => {
      const held = await brigade.hub.storage.logs.vector(unit.workspace);
      return held[laptop.replica] === count;
    };
    await eventually(() => heldAbove(5));
    const desk = await deviceAt(brigade, unit.workspace);
    desk.write(2);
    await desk.sync();
    await eventually(async () => {
      await laptop.sync();
      return laptop.others.get(desk.replica)?.length === 2;
    });
    await brigade.stop();
    laptop.write(5);
    await laptop.sync();
    await eventually(async () => {
      const [upstream] = await unit.hub.storage.upstreams.list();
      return upstream?.lastProblem?.startsWith('OUT-SYN-042') ?? false;
    });
  });

  it('SYN-252 an entry that the hub above refuses does not hold up those of others', async () => {
    const brigade = await startTestHub();
    const unit = await startTestHub({ upstreamSeconds: 3600 });
    await join(unit, brigade);
    const lost = await unit.device();
    const other = await unit.device();
    lost.write(3);
    await lost.sync();
    await relayAll(unit);
    await brigade.hub.storage.replicas.revoke(unit.workspace, lost.replica, 1000);
    lost.write(3);
    other.write(3);
    await lost.sync();
    await other.sync();
    const refused = await relayAll(unit);
    expect(refused).toMatchObject([{ replica: lost.replica, code: 'OUT-SYN-023' }]);
    expect(await brigade.hub.storage.logs.vector(unit.workspace)).toEqual({
      [lost.replica]: 3,
      [other.replica]: 3,
    });
  });

  it.each([
    ['above', 0, 1000],
    ['below', 1000, 0],
  ])(
    'SYN-278 copies of one laptop under both: the branch that the hub %s heard keeps its name, and both come to the same',
    async (_, late, later) => {
      const brigade = await startTestHub();
      const unit = await startTestHub({ upstreamSeconds: 3600 });
      await join(unit, brigade);
      const laptop = await unit.device();
      laptop.write(5);
      await laptop.sync();
      await relayAll(unit);
      const above = Object.assign(new Device(), laptop, { entries: [...laptop.entries] });
      const { text } = await makeCode(
        brigade.hub.storage.codes,
        { workspace: unit.workspace, label: 'Test' },
        brigade.hub.clock.now(),
      );
      await above.enrol(brigade.address, text).catch(() => undefined);
      above.address = brigade.address;
      above.write(3, 'Above.', late);
      laptop.write(3, 'Below.', later);
      await above.sync();
      await laptop.sync();
      for (let round = 0; round < 3; round += 1) await relayAll(unit);
      expect(await relayAll(unit)).toEqual([]);
      const [ours, theirs] = [unit, brigade].map(({ hub }) => hub.storage.logs);
      const held = await ours?.vector(unit.workspace);
      expect(held).toEqual(await theirs?.vector(unit.workspace));
      expect(Object.values(held ?? {}).sort()).toEqual([3, 8]);
      const replicas = Object.keys(held ?? {});
      expect(await ours?.heads(unit.workspace, replicas)).toEqual(
        await theirs?.heads(unit.workspace, replicas),
      );
      const winner = late === 0 ? above : laptop;
      expect((await ours?.heads(unit.workspace, [laptop.replica]))?.get(laptop.replica)).toEqual(winner.head);
    },
  );

  it('SYN-253 waits longer after each failure, never longer than seven and a half minutes', () => {
    expect([0, 1, 2, 3].map((failures) => pauseAfter(failures, 0.5))).toEqual([1000, 2000, 4000, 8000]);
    expect(pauseAfter(100, 1)).toBe(450_000);
    expect(pauseAfter(0, 0)).toBe(500);
  });
});
