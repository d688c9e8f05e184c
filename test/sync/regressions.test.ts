import { describe, expect, test } from 'vitest';
import kept from './seeds.json' with { type: 'json' };
import type { Schedule } from './operations.ts';
import { makeSchedule } from './schedule.ts';
import { mustPass } from './simulate.ts';

// As they were made and shortened, because the making of schedules changes.
const schedules = kept as readonly { readonly found: string; readonly schedule: Schedule }[];

describe('SYN-502 a schedule that found a fault is run for ever', () => {
  test.each(schedules)('seed $schedule.shape.seed: $found', async ({ schedule }) => {
    await mustPass(schedule);
    expect.assertions(0);
  });

  test('a seed alone makes the whole schedule', () => {
    expect(makeSchedule(7)).toEqual(makeSchedule(7));
    expect(makeSchedule(7)).not.toEqual(makeSchedule(8));
  });
});
