import { describe, expect, it } from 'vitest';
import { checkHubBundle } from '#server/hub/check-bundle.ts';
import { openHubBundle } from '#server/hub/open-bundle.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, stateOf } from '#test/support/hub.ts';
import { openLaptop } from '#test/support/open-laptop.ts';
import { revokeAt } from '#test/support/synced-laptop.ts';

describe.each(engines)('checking a bundle on %s', (engine) => {
  it('SYN-424 a check at the hub says what a file would bring, refuses what opening refuses, and writes nothing', async () => {
    const hub = await startTestHub({ engine });
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.create({ title: 'old' });
    await a.sync();
    await a.create({ title: 'new' });
    const { bytes } = (await a.bundleFor(hub.hub.identity.id, { since: 0 })).files[0]!;
    const before = await stateOf(hub);
    const settings = () => hub.hub.storage.snapshot((db) => db.selectFrom('settings').selectAll().execute());
    const rows = await settings();
    const found = await checkHubBundle(hub.hub, bytes);
    const entries = (await a.vector())[a.replica] ?? 0;
    expect(found).toMatchObject({
      part: 1,
      isLast: true,
      entries,
      newEntries: 1,
      sender: { name: 'Laptop' },
    });
    expect(found.sender.fingerprint).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    expect(found.notice).toBeUndefined();
    const damaged = bytes.slice();
    damaged[bytes.length - 9] = (damaged.at(-9) ?? 0) ^ 1;
    await expect(checkHubBundle(hub.hub, damaged)).rejects.toThrow('OUT-SYN-073');
    const forOther = (await a.bundleFor(b.replica)).files[0]!.bytes;
    await expect(checkHubBundle(hub.hub, forOther)).rejects.toThrow('OUT-SYN-074');
    expect([await stateOf(hub), await settings()]).toEqual([before, rows]);
    expect(await openHubBundle(hub.hub, bytes)).toMatchObject({ entries: 1, digest: found.digest });
    const again = await checkHubBundle(hub.hub, bytes);
    expect(again).toMatchObject({ newEntries: 0, notice: { code: 'OUT-SYN-079' } });
    await revokeAt(hub, a.replica);
    await expect(checkHubBundle(hub.hub, bytes)).rejects.toThrow('OUT-SYN-076');
  });
});
