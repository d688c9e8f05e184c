import { lineOf, type Line } from '../lines.ts';
import { Feeder, Puller } from './feeder.ts';
import { BenchHub } from './hubs.ts';
import type { Setting } from './setting.ts';

const sampleEvery = 50;
/** What a hub answers at most. */
const want = 4_000_000;

/** Resident memory of a hub process while it takes in very much, and while it gives it to a new laptop. */
export async function measureMemory(setting: Setting): Promise<readonly Line[]> {
  const entries = setting.sizes.hubSizes.at(-1) ?? 0;
  const hub = await BenchHub.start(setting.bundle, setting.folder);
  try {
    const feeder = await Feeder.enrol(hub);
    const puller = await Puller.enrol(hub);
    const before = hub.memory;
    const intake = await watched(hub, () => feeder.fill(entries));
    const after = hub.memory;
    const serving = await watched(hub, () => pullAll(puller));
    if (serving.result.entries !== entries)
      throw new Error(`The hub gave ${serving.result.entries} entries of ${entries}.`);
    const line = (what: string, value: number, detail: string) => lineOf({ what, value, unit: 'MB', detail });
    const rate = (milliseconds: number) => Math.round((entries * 1000) / milliseconds).toLocaleString('en');
    return [
      line('memory of a hub process, empty', before, 'resident'),
      line(
        `… most, during intake of ${entries} entries`,
        intake.peak,
        `${rate(intake.result)} entries/s over HTTP; afterwards ${after.toFixed(0)} MB`,
      ),
      line(
        '… most, while a new laptop takes all of them',
        serving.peak,
        `${rate(serving.result.time)} entries/s, ${(serving.result.bytes / 1e6).toFixed(0)} MB of runs; afterwards ${hub.memory.toFixed(0)} MB`,
      ),
    ];
  } finally {
    await hub.stop();
  }
}

async function pullAll(puller: Puller): Promise<{ entries: number; bytes: number; time: number }> {
  let [entries, bytes] = [0, 0];
  const start = performance.now();
  for (;;) {
    const part = await puller.pull(want);
    entries += part.entries;
    bytes += part.bytes;
    if (!part.more) return { entries, bytes, time: performance.now() - start };
  }
}

async function watched<Result>(
  hub: BenchHub,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly peak: number }> {
  let peak = hub.memory;
  const timer = setInterval(() => {
    peak = Math.max(peak, hub.memory);
  }, sampleEvery);
  try {
    const result = await work();
    return { result, peak: Math.max(peak, hub.memory) };
  } finally {
    clearInterval(timer);
  }
}
