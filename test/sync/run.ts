/**
 * Runs schedules of the simulator: `npm run simulate -- --seeds 10000 [--from 1] [--failures 3] [--whole]`. Prints those that fail, shortened to
 * what is needed unless `--whole`, and ends after so many.
 */
import { parseArgs } from 'node:util';
import { run, report } from './simulate.ts';
import { makeSchedule } from './schedule.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    failures: { type: 'string', default: '1' },
    whole: { type: 'boolean', default: false },
  },
});
const [seeds, from, failures] = [Number(values.seeds), Number(values.from), Number(values.failures)];
if (![seeds, from, failures].every((value) => Number.isSafeInteger(value) && value >= 1)) {
  throw new Error('--seeds, --from and --failures take whole numbers from 1 on.');
}
const start = performance.now();
const failed: number[] = [];
let done = 0;
for (let seed = from; seed < from + seeds && failed.length < failures; seed += 1) {
  const schedule = makeSchedule(seed);
  const fault = await run(schedule);
  done += 1;
  if (fault === undefined) continue;
  failed.push(seed);
  const { schedule: small, fault: left } = values.whole ? { schedule, fault } : await shrink(schedule, fault);
  console.log(`${report(small, left)}\n`);
}
const rate = (done * 1000) / (performance.now() - start);
console.log(`${done} schedules, ${rate.toFixed(1)} a second, failed: ${failed.join(', ') || 'none'}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
