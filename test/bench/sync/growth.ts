import { lineOf, median, ms, type Line } from '../lines.ts';
import { Feeder, Puller } from './feeder.ts';
import { BenchHub } from './hubs.ts';
import { SyncPage } from './page.ts';
import type { Setting } from './setting.ts';

const operations = 40;
const entriesOfRecord = 4;
const most = 1.5;
const want = 1_000_000;

interface Times {
  readonly size: number;
  readonly push: number[];
  readonly pull: number[];
}

/** What one more entry costs at hubs that hold few and many, all started at once and asked in turns. */
export async function measureHubGrowth(setting: Setting): Promise<readonly Line[]> {
  const hubs = await Promise.all(
    setting.sizes.hubSizes.map(async (size) => ({
      size,
      hub: await BenchHub.start(setting.bundle, setting.folder),
    })),
  );
  try {
    const subjects: (Times & { feeder: Feeder; puller: Puller })[] = [];
    for (const { size, hub } of hubs) {
      const feeder = await Feeder.enrol(hub);
      await feeder.fill(size);
      const puller = await Puller.enrol(hub, { [feeder.replica]: feeder.written });
      subjects.push({ size, feeder, puller, push: [], pull: [] });
    }
    for (let round = -3; round < operations; round += 1) {
      for (const { feeder, puller, push, pull } of turned(subjects, round)) {
        const runs = feeder.write(1);
        const pushed = await timed(() => feeder.send(runs));
        const pulled = await timed(() => puller.pull(want));
        if (round < 0) continue;
        push.push(pushed);
        pull.push(pulled);
      }
    }
    return linesOf('a hub', subjects);
  } finally {
    for (const { hub } of hubs) await hub.stop();
  }
}

/** The same from a laptop's side, data layer and worker in the browser. */
export async function measureLaptopGrowth(setting: Setting): Promise<readonly Line[]> {
  const hub = await BenchHub.start(setting.bundle, setting.folder);
  const page = await SyncPage.open(await setting.browser(), await setting.site());
  const hubs = [hub];
  try {
    const subjects: (Times & { name: string; incidents: number; feeder: Feeder })[] = [];
    for (const size of setting.sizes.laptopSizes) {
      const own = subjects.length === 0 ? hub : await BenchHub.start(setting.bundle, setting.folder);
      if (own !== hub) hubs.push(own);
      const name = `grown-${size}`;
      const incidents = Math.ceil(size / entriesOfRecord);
      await page.call('open', { name, isNew: false });
      await page.call('import', { name, from: 0, count: incidents });
      await page.call('join', { name, address: own.address, code: await own.code() });
      await page.call('rest', { name });
      subjects.push({ size, name, incidents, feeder: await Feeder.enrol(own), push: [], pull: [] });
    }
    for (let round = -3; round < operations; round += 1) {
      for (const { name, incidents, feeder, push, pull } of turned(subjects, round)) {
        const pushed = await page.call('push', { name, incidents });
        await feeder.fill(1);
        const pulled = await page.call('pull', { name });
        if (round < 0) continue;
        push.push(pushed);
        pull.push(pulled);
      }
    }
    for (const { name } of subjects) await page.call('discard', { name });
    return linesOf('a laptop', subjects);
  } finally {
    await page.close();
    for (const one of hubs) await one.stop();
  }
}

/** Another one begins each round: whoever is first after a pause is slower. */
function turned<Item>(items: readonly Item[], round: number): readonly Item[] {
  const start = Math.abs(round) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function linesOf(where: string, subjects: readonly Times[]): readonly Line[] {
  const [small, large] = [subjects[0], subjects.at(-1)];
  if (!small || !large || small === large) return [];
  return (['push', 'pull'] as const).map((what) =>
    lineOf(
      {
        what: `growth: ${what} of one edit at ${where} that holds ${large.size} entries, against ${small.size}`,
        value: median(large[what]) / median(small[what]),
        unit: '×',
        detail: subjects.map((one) => `${one.size}: ${ms(median(one[what]))}`).join(', '),
      },
      { most },
    ),
  );
}
