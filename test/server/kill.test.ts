import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Device } from '#test/support/device.ts';
import { startHubProcess } from '#test/support/hub-process.ts';
import { emptyPlace, openForTest } from '#test/support/hub-storage.ts';

/** 200 in all. */
const kills = { sqlite: 160, postgresql: 40 } as const;

/** Pushes small runs one after the other until the hub goes away. @returns what was acknowledged last. */
async function pushUntilCut(device: Device, held: number, onAcknowledged: () => void): Promise<number> {
  let acknowledged = held;
  for (;;) {
    if (acknowledged === device.entries.length) device.write(1 + (acknowledged % 7));
    try {
      const answer = await device.exchange({ runs: [device.run(acknowledged + 1)], want: 0 });
      acknowledged = answer.have[device.replica] ?? 0;
      onAcknowledged();
    } catch {
      return acknowledged;
    }
  }
}

/** The end comes this many acknowledgements and then milliseconds later: different in every round and the same in every run. */
function endOf(round: number): { acknowledgements: number; milliseconds: number } {
  return { acknowledgements: round % 4, milliseconds: (round * 37) % 41 };
}

describe('kill -9 of the hub', () => {
  it.each([['sqlite', kills.sqlite] as const, ['postgresql', kills.postgresql] as const])(
    'SYN-220 kill -9 of the hub at any point, on %s %i times: what was acknowledged is there, and the rest comes with the next offer',
    async (engine, rounds) => {
      const place = await emptyPlace(engine);
      const device = new Device();
      let acknowledged = 0;
      for (let round = 0; round < rounds; round += 1) {
        const hub = await startHubProcess(place);
        if (round === 0) await device.enrol(hub.address, hub.code ?? '');
        device.address = hub.address;
        const { have } = await device.exchange();
        expect(have[device.replica] ?? 0).toBeGreaterThanOrEqual(acknowledged);
        const { acknowledgements, milliseconds } = endOf(round);
        let awaited = acknowledgements;
        const reached = new EventEmitter();
        const isNear = acknowledgements === 0 ? Promise.resolve() : once(reached, 'near');
        const pushing = pushUntilCut(device, have[device.replica] ?? 0, () => {
          awaited -= 1;
          if (awaited === 0) reached.emit('near');
        });
        await isNear;
        await setTimeout(milliseconds);
        await hub.kill();
        acknowledged = await pushing;
      }
      const hub = await startHubProcess(place);
      device.address = hub.address;
      const { have } = await device.sync();
      expect(have).toEqual({ [device.replica]: device.entries.length });
      expect(await hub.stop()).toBe(0);
      const storage = await openForTest(place);
      const heads = await storage.logs.heads(device.workspace, [device.replica]);
      expect(heads.get(device.replica)).toEqual(device.head);
      expect(device.entries.length).toBeGreaterThanOrEqual(Math.floor((rounds * 3) / 4));
    },
    60_000 + 200 * 3000,
  );
});
