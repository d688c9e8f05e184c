/** Runs schedules of the simulator: `npm run simulate -- --seeds 10000 [--from 1]`. Ends with the first seeds that fail. */
import { parseArgs } from 'node:util';
import { run, report } from './simulate.ts';
import { makeSchedule } from './schedule.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    failures: { type: 'string', default: '1' },
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
  const { schedule: small, fault: left } = await shrink(schedule, fault);
  console.log(`${report(small, left)}\n`);
}
const rate = (done * 1000) / (performance.now() - start);
console.log(`${done} schedules, ${rate.toFixed(1)} a second, failed: ${failed.join(', ') || 'none'}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
