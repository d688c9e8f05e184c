import { describe, expect, it } from 'vitest';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub } from '#test/support/hub.ts';

describe.each(engines)('exchange on %s', (engine) => {
  it('SYN-210 brings the entries of one device to another', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    const second = await hub.device();
    first.write(250);
    second.write(3);
    await first.sync();
    await second.sync();
    const answer = await first.sync();
    expect(answer.have).toEqual({ [first.replica]: 250, [second.replica]: 3 });
    expect(second.others.get(first.replica)).toEqual(first.entries);
    expect(first.others.get(second.replica)).toEqual(second.entries);
  });

  it('SYN-211 takes the same run twice, and a run that overlaps, without a second copy', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    first.write(10);
    await first.exchange({ runs: [first.run(1, 6)] });
    const again = await first.exchange({ runs: [first.run(1, 6), first.run(4, 10), first.run(1, 10)] });
    expect(again.refused).toEqual([]);
    expect(again.have).toEqual({ [first.replica]: 10 });
    const second = await hub.device();
    await second.sync();
    expect(second.others.get(first.replica)).toEqual(first.entries);
  });

  it('SYN-212 gives small runs as one, and no more than was asked for', async () => {
    const hub = await startTestHub({ engine });
    const first = await hub.device();
    for (let count = 1; count <= 40; count += 1) {
      first.write(1);
      await first.exchange({ runs: [first.run(count)] });
    }
    const second = await hub.device();
    const all = await second.exchange();
    expect(all.runs.map(({ from, to }) => [from, to])).toEqual([[1, 40]]);
    const third = await hub.device();
    let rounds = 0;
    for (let more = true; more; rounds += 1) {
      const answer = await third.exchange({ want: 1000 });
      const size = answer.runs.reduce((sum, { bytes }) => sum + bytes.length, 0);
      expect(size).toBeLessThanOrEqual(1000);
      ({ more } = answer);
    }
    expect(rounds).toBeGreaterThan(1);
    expect(third.others.get(first.replica)).toEqual(first.entries);
  });
});
