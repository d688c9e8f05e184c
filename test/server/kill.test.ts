import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Device } from '#test/support/device.ts';
import { startHubProcess } from '#test/support/hub-process.ts';
import { emptyPlace, openForTest } from '#test/support/hub-storage.ts';

const kills = Math.min(200, Number(process.env['OUTPOST_HUB_KILLS'] ?? 20));

/** Pushes small runs one after the other until the hub goes away. @returns what was acknowledged last. */
async function pushUntilCut(device: Device, held: number): Promise<number> {
  let acknowledged = held;
  for (;;) {
    if (acknowledged === device.entries.length) device.write(1 + (acknowledged % 7));
    try {
      const answer = await device.exchange({ runs: [device.run(acknowledged + 1)], want: 0 });
      acknowledged = answer.have[device.replica] ?? 0;
    } catch {
      return acknowledged;
    }
  }
}

/** Different in every round and the same in every run. */
function millisecondsOf(round: number): number {
  return 5 + ((round * 37) % 90);
}

describe('kill -9 of the hub', () => {
  it.each([['sqlite', kills] as const, ['postgresql', Math.ceil(kills / 5)] as const])(
    'SYN-220 on %s %i times: what was acknowledged is there, and the rest comes with the next offer',
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
        const pushing = pushUntilCut(device, have[device.replica] ?? 0);
        await setTimeout(millisecondsOf(round));
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
      expect(device.entries.length).toBeGreaterThan(rounds);
    },
    60_000 + kills * 3000,
  );
});
