import type { Operation, Schedule } from './operations.ts';
import { run } from './simulate.ts';

/** Leaves out of a failing schedule what is not needed for it to fail. */
export async function shrink(
  schedule: Schedule,
  fault: string,
): Promise<{ readonly schedule: Schedule; readonly fault: string }> {
  let best = { schedule, fault };
  for (
    let size = Math.ceil(schedule.operations.length / 2);
    size >= 1;
    size = size > 1 ? Math.ceil(size / 2) : 0
  ) {
    for (let start = 0; start < best.schedule.operations.length;) {
      const { operations } = best.schedule;
      const fewer = {
        ...schedule,
        operations: [...operations.slice(0, start), ...operations.slice(start + size)],
      };
      const left = await run(fewer);
      if (left === undefined) start += size;
      else best = { schedule: fewer, fault: left };
    }
  }
  for (const [index, operation] of best.schedule.operations.entries()) {
    for (const simpler of simplerThan(operation)) {
      const operations = best.schedule.operations.with(index, simpler);
      const left = await run({ ...schedule, operations });
      if (left !== undefined) best = { schedule: { ...schedule, operations }, fault: left };
    }
  }
  return best;
}

function simplerThan(operation: Operation): readonly Operation[] {
  if (operation.do !== 'exchange') return [];
  const { fault, meanwhile, ...plain } = operation;
  return [
    ...(fault ? [{ ...plain, ...(meanwhile ? { meanwhile } : {}) }] : []),
    ...(meanwhile ? [{ ...plain, ...(fault ? { fault } : {}) }] : []),
    ...(fault || meanwhile ? [plain] : []),
  ];
}
