import { makeSchedule } from './schedule.ts';
const count: Record<string, number> = {};
for (let s = 1; s <= 300; s++)
  for (const o of makeSchedule(s).operations) {
    count[o.do] = (count[o.do] ?? 0) + 1;
  }
console.log(count);
const { run } = await import('./simulate.ts');
console.log(
  await run({
    shape: { seed: 1, laptops: 2, hubs: 'one', declaration: 'sample', clocks: [0, 0] },
    operations: [
      { do: 'create', at: 0, value: 1 },
      { do: 'exchange', at: 0, hub: 0, messages: 0, budget: 1000 },
      { do: 'clone', at: 0 },
      { do: 'note', at: 0, record: 0, value: 1 },
      { do: 'note', at: 0, record: 0, value: 2 },
      { do: 'note', at: 0, record: 0, value: 3 },
      { do: 'note', at: 2, record: 0, value: 4 },
      { do: 'exchange', at: 0, hub: 0, messages: 0, budget: 1000 },
    ],
  }),
);
