import { describe, expect, test } from 'vitest';
import { hubStatus } from '#test/support/hub-status.ts';
import { joinStage } from './join-progress.ts';

describe('joining a unit that has a hub', () => {
  test('is not over before the first exchange is through', () => {
    expect(joinStage(hubStatus({}, {}, null), false).kind).toBe('asking');
  });

  test('goes on while the hub is known to hold more', () => {
    expect(joinStage(hubStatus({ lacking: 900 }), true)).toEqual({ kind: 'fetching', lacking: 900 });
  });

  test('is complete with a unit, and says so where the hub has none', () => {
    expect(joinStage(hubStatus(), true).kind).toBe('complete');
    expect(joinStage(hubStatus(), false).kind).toBe('empty');
    // A later exchange takes nothing away from who is filling in the unit.
    expect(joinStage(hubStatus({ phase: 'exchanging' }), false).kind).toBe('empty');
  });
});
