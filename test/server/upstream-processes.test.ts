import { describe, expect, it } from 'vitest';
import { anyWorkspace, makeCode } from '#server/hub/codes.ts';
import { Lease } from '#server/jobs/lease.ts';
import { apiPrefix, hubPaths } from '#shared/contracts/hub.ts';
import { Device } from '#test/support/device.ts';
import { runHubCommand, startHubProcess, type HubProcess } from '#test/support/hub-process.ts';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await check()) return;
    await pause(100);
  }
  throw new Error('It did not happen.');
}

/** Exchanges with the hub above that a process came through with. */
async function exchangesOf({ address }: HubProcess): Promise<number> {
  const text = await (await fetch(`${address}${apiPrefix}${hubPaths.metrics}`)).text();
  const [, count = '0'] = /upstream_exchanges_total\{result="ok"\} (\d+)/.exec(text) ?? [];
  return Number(count);
}

describe.each(engines)('a lease on %s', (engine) => {
  it('SYN-259 has one holder; another one has it at once where it is given back, and after a while where its holder is silent', async () => {
    const { leases } = await openForTest(await emptyPlace(engine));
    const life = 400;
    const [first, second, third] = [0, 1, 2].map(() => new Lease(leases, 'job', life));
    if (!first || !second || !third) throw new Error('There are three.');
    expect([await first.hold(), await second.hold()]).toEqual([true, false]);
    for (let turn = 0; turn < 8; turn += 1) {
      await pause(life / 5);
      expect([await first.hold(), await second.hold()]).toEqual([true, false]);
    }
    await first.release();
    expect([await second.hold(), await first.hold(), await third.hold()]).toEqual([true, false, false]);
    await pause(life * 1.1);
    const taken = await Promise.all([first.hold(), third.hold()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await second.hold()).toBe(false);
  });
});

describe('two processes of a hub under a hub', () => {
  it('SYN-259 one of them relays, and the other one once it is dead', { timeout: 120_000 }, async () => {
    const above = await startTestHub();
    const place = await emptyPlace('postgresql');
    const first = await startHubProcess(place, { OUTPOST_HUB_UPSTREAM_SECONDS: '1' });
    const device = new Device();
    await device.enrol(first.address, first.code ?? '');
    const second = await startHubProcess(place, { OUTPOST_HUB_UPSTREAM_SECONDS: '1' });
    const wish = { workspace: anyWorkspace, label: 'Unit', kind: 'hub' as const };
    const { text } = await makeCode(above.hub.storage.codes, wish, Date.now());
    await runHubCommand(place, 'upstream', above.address, text);
    const held = async () => (await above.hub.storage.logs.vector(device.workspace))[device.replica] ?? 0;
    device.write(3);
    await device.sync();
    await eventually(async () => (await held()) === 3);
    const counts = async () => [await exchangesOf(first), await exchangesOf(second)] as const;
    await eventually(async () => Math.max(...(await counts())) >= 4);
    const [ofFirst, ofSecond] = await counts();
    expect(Math.min(ofFirst, ofSecond)).toBe(0);
    const [dying, left] = ofFirst > 0 ? [first, second] : [second, first];
    await dying.kill();
    device.address = left.address;
    device.write(2);
    await device.sync();
    await eventually(async () => (await held()) === 5);
    await eventually(async () => (await exchangesOf(left)) > 0);
  });
});
