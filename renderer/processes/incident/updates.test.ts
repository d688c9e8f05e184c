import { describe, expect, test } from 'vitest';
import type { TimelineItem } from '#renderer/data/data.ts';
import { checkUpdate, stakeholderUpdates, updateDue } from './updates.ts';

const now = 1_000_000_000;
const minute = 60_000;

describe('when stakeholders hear again', () => {
  test.each([
    [now + 45 * minute, 'in 45 min', 'clock-fine', false],
    [now + 10 * minute, 'in 10 min', 'clock-warning', false],
    [now + 1, 'in 0 s', 'clock-warning', false],
    [now, '0 s late', 'clock-breached', true],
    [now - 70 * minute, '1 h 10 min late', 'clock-breached', true],
  ])('%d', (due, text, tone, isLate) => {
    expect(updateDue(due, now)).toEqual({ text, tone, isLate });
  });

  test.each([undefined, null, ''])('%o promises nothing', (due) => {
    expect(updateDue(due, now)).toBeUndefined();
  });
});

test('INC-17 updates are the notes to stakeholders, newest first, without those taken back', () => {
  const note = (ref: TimelineItem['ref'], more: Partial<TimelineItem>): TimelineItem => ({
    ref,
    kind: 'note',
    at: now,
    actor: 'p',
    changes: [],
    isInferred: false,
    audience: 'stakeholders',
    ...more,
  });
  const items = [
    note('r:1', {}),
    note('r:2', { audience: 'internal' }),
    note('r:3', { setAside: 'retracted' }),
    note('r:4', { kind: 'act' }),
    note('r:5', {}),
  ];
  expect(stakeholderUpdates(items).map(({ ref }) => ref)).toEqual(['r:5', 'r:1']);
});

describe('an update that cannot be sent', () => {
  test('says nothing', () => {
    expect(checkUpdate({ text: ' ', next: null }, now)).toEqual({
      text: 'Write what stakeholders shall hear.',
    });
  });
  test('promises the past', () => {
    expect(checkUpdate({ text: 'x', next: now }, now).next).toContain('before now');
    expect(checkUpdate({ text: 'x', next: now + 1 }, now)).toEqual({});
  });
});
