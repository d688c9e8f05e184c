import { check } from './checks.ts';
import type { Operation, Schedule } from './operations.ts';
import { perform } from './perform.ts';
import { makeSchedule } from './schedule.ts';
import { withSeededPlatform } from './seeded-platform.ts';
import { settle } from './settle.ts';
import { World } from './world.ts';

/** Runs the schedule of a seed. @throws Error with seed, operations and what went wrong. */
export function simulate(seed: number): Promise<void> {
  return mustPass(makeSchedule(seed));
}

/** @throws Error as `simulate`. */
export async function mustPass(schedule: Schedule): Promise<void> {
  const fault = await run(schedule);
  if (fault !== undefined) throw new Error(report(schedule, fault));
}

/** @returns what went wrong. */
export async function run({ shape, operations }: Schedule): Promise<string | undefined> {
  const world = new World(shape);
  return withSeededPlatform(shape.seed, world.network.fetch, async () => {
    try {
      await world.begin();
      for (const operation of operations) await perform(world, operation);
      await settle(world);
      const faults = await check(world);
      return faults.length > 0 ? faults.join('\n') : undefined;
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    } finally {
      await world.end();
    }
  });
}

export function report({ shape, operations }: Schedule, fault: string): string {
  const lines = operations.map((operation: Operation) => `  ${JSON.stringify(operation)}`);
  return [`Seed ${shape.seed} fails. ${JSON.stringify(shape)}`, ...lines, fault].join('\n');
}
