import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { takeIn } from '#server/intake/take-in.ts';
import { readPage } from '#server/pages/page.ts';
import { Device } from '#test/support/device.ts';
import { emptyPlace, openForTest } from '#test/support/hub-storage.ts';

const workspace = 'w';
const { deadLetters } = readConfig({}).limits;

/** Who writes next, how many entries, and how long their text is. */
const writing = fc.record({
  by: fc.integer({ min: 0, max: 3 }),
  count: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })),
  length: fc.constantFrom(5, 5, 200, 3000),
});

describe('pages of what a device lacks', () => {
  it('SYN-208 bring everything once, in order, within the bytes asked for, from wherever the device stands', async () => {
    const storage = await openForTest(await emptyPlace('sqlite'));
    let made = 0;
    const cases = fc.record({
      writings: fc.array(writing, { minLength: 1, maxLength: 30 }),
      wants: fc.array(fc.oneof(fc.integer({ min: 1, max: 4000 }), fc.constant(1_000_000)), { minLength: 1 }),
      startsAt: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ writings, wants, startsAt }) => {
        made += 1;
        const id = `${workspace}${made}`;
        await storage.workspaces.add({ id, name: 'Unit', marking: '', madeAt: 1 });
        const devices = Array.from({ length: 4 }, () => Object.assign(new Device(), { workspace: id }));
        for (const { by, count, length } of writings) {
          const device = devices[by]!;
          const first = device.entries.length + 1;
          device.write(count, 'x'.repeat(length));
          const runs = [device.run(first)];
          const taken = await takeIn(storage, {
            workspace: id,
            sender: device.replica,
            runs,
            isTold: true,
            now: 1,
            deadLetters,
          });
          expect(taken.refused).toEqual([]);
        }
        const reader = new Device();
        for (const { replica, entries } of devices) {
          const held = entries.slice(0, Math.floor(startsAt * entries.length));
          if (held.length > 0) reader.others.set(replica, [...held]);
        }
        const held = await storage.logs.vector(id);
        for (let round = 0, more = true; more; round += 1) {
          const want = wants[round % wants.length]!;
          const question = { workspace: id, asker: reader.replica, held, have: reader.have, want };
          const page = await readPage(storage.logs, question);
          const size = page.runs.reduce((sum, { bytes }) => sum + bytes.length, 0);
          const isOneEntry = page.runs.length === 1 && page.runs[0]!.from === page.runs[0]!.to;
          expect(isOneEntry || size <= want).toBe(true);
          if (page.more) expect(page.runs.length).toBeGreaterThan(0);
          for (const run of page.runs) reader.take(run);
          ({ more } = page);
        }
        const written = devices.filter(({ entries }) => entries.length > 0);
        expect(reader.have).toEqual(held);
        for (const { replica, entries } of written) expect(reader.others.get(replica)).toEqual(entries);
      }),
      { numRuns: 40 },
    );
  });

  it('SYN-209 ten thousand runs of one entry travel as a few', async () => {
    const storage = await openForTest(await emptyPlace('sqlite'));
    await storage.workspaces.add({ id: workspace, name: 'Unit', marking: '', madeAt: 1 });
    const device = Object.assign(new Device(), { workspace });
    device.write(10_000);
    const sender = device.replica;
    // Unsigned, brought by another: signing ten thousand heads is not what is looked at.
    const runs = device.entries.map((_, index) => device.unsignedRun(index + 1, index + 1));
    for (let start = 0; start < runs.length; start += 1000) {
      await takeIn(storage, {
        workspace,
        sender: 'carrier',
        runs: runs.slice(start, start + 1000),
        isTold: true,
        now: 1,
        deadLetters,
      });
    }
    const held = await storage.logs.vector(workspace);
    expect(held).toEqual({ [sender]: 10_000 });
    const question = { workspace, asker: 'reader', held, have: {}, want: 50_000_000 };
    const { runs: given, more } = await readPage(storage.logs, question);
    expect(more).toBe(false);
    expect(given.length).toBeLessThan(20);
    const reader = new Device();
    for (const run of given) reader.take(run);
    expect(reader.others.get(sender)).toEqual(device.entries);
  });
});
