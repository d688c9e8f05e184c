import { describe, expect, it } from 'vitest';
import {
  deadLettersSchema,
  hubPaths,
  hubProblemSchema,
  replicasSchema,
  storageSchema,
} from '#shared/contracts/hub.ts';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { Device } from '#test/support/device.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';

/** Runs in the name of a device that it did not sign, each with other bytes. */
function rubbish({ replica, workspace }: Device, count: number, first = 0): readonly PackedRun[] {
  return Array.from({ length: count }, (_, index) => {
    const forger = Object.assign(new Device(), { replica, workspace });
    forger.write(1, `Forged ${first + index}`);
    return forger.run();
  });
}

const lettersOf = async (hub: TestHub) =>
  deadLettersSchema.parse(await (await hub.admin(hubPaths.adminDeadLetters)).json());

describe.each(engines)('dead letters on %s', (engine) => {
  it('SYN-224 of one sender are bounded: contents first, then all but their number; nobody else’s are touched', async () => {
    const hub = await startTestHub({ engine, limits: { deadLetters: { letters: 5, bytes: 100_000 } } });
    const [hostile, other] = [await hub.device(), await hub.device()];
    other.write(3);
    hostile.write(2);
    await hostile.sync();
    await other.exchange({ runs: [other.run(), ...rubbish(other, 2)] });
    const acknowledged = await hub.hub.storage.logs.vector(hub.workspace);
    const sent: PackedRun[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const runs = rubbish(hostile, 10, turn * 10);
      sent.push(...runs);
      await hostile.exchange({ runs });
    }
    const letters = await lettersOf(hub);
    const mine = letters.filter(({ broughtBy }) => broughtBy === hostile.replica);
    expect(mine).toHaveLength(50);
    expect(mine.filter(({ letGoAt }) => letGoAt === undefined)).toHaveLength(5);
    const digests = new Map(sent.map(({ bytes }) => [sha256Hex(bytes), bytes.length]));
    for (const letter of mine) {
      expect(letter).toMatchObject({ replica: hostile.replica, from: 1, to: 1, code: 'OUT-SYN-006' });
      expect(digests.get(letter.digest)).toBe(letter.bytes);
    }
    const others = letters.filter(({ broughtBy }) => broughtBy === other.replica);
    expect(others.map(({ letGoAt }) => letGoAt)).toEqual([undefined, undefined]);
    const storage = storageSchema.parse(await (await hub.admin(hubPaths.adminStorage)).json());
    expect(storage).toMatchObject({ deadLetters: 52, deadLettersLetGo: 45, deadLettersForgotten: 30 });
    const replicas = replicasSchema.parse(
      await (await hub.admin(`${hubPaths.adminReplicas}?workspace=${hub.workspace}`)).json(),
    );
    const rowOf = (device: Device) => replicas.find(({ replica }) => replica === device.replica);
    expect([rowOf(hostile)?.deadForgotten, rowOf(other)?.deadForgotten]).toEqual([30, undefined]);
    expect(await hub.hub.storage.logs.vector(hub.workspace)).toEqual(acknowledged);
    const gone = mine.find(({ letGoAt }) => letGoAt !== undefined)?.id ?? '';
    for (const [path, method] of [
      [gone, 'GET'],
      [`${gone}/requeue`, 'POST'],
    ] as const) {
      const answer = await hub.admin(`${hubPaths.adminDeadLetters}/${path}`, { method });
      expect([answer.status, hubProblemSchema.parse(await answer.json()).code]).toEqual([410, 'OUT-SYN-049']);
    }
  });

  it('SYN-224 of one sender are bounded in bytes, the newest stay, and thousands in one message are no more than that', async () => {
    const size = rubbish(new Device(), 1, 10)[0]?.bytes.length ?? 0;
    const bytes = 2.5 * size;
    const hub = await startTestHub({ engine, limits: { deadLetters: { letters: 20, bytes } } });
    const hostile = await hub.device();
    await hostile.exchange({ runs: rubbish(hostile, 2) });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const last = rubbish(hostile, 2, 10);
    await hostile.exchange({ runs: last });
    const newest = new Set(last.map(({ bytes }) => sha256Hex(bytes)));
    const kept = (await lettersOf(hub)).filter(({ letGoAt }) => letGoAt === undefined);
    expect(new Set(kept.map(({ digest }) => digest))).toEqual(newest);
    await hostile.exchange({ runs: rubbish(hostile, 600, 100) });
    const { deadLetters, deadLettersLetGo, deadLettersForgotten } = await hub.hub.storage.figures();
    expect([deadLetters, deadLetters - deadLettersLetGo, deadLettersForgotten]).toEqual([200, 2, 404]);
  });
});
