import { beforeAll, describe, expect, test } from 'vitest';
import { Desk, hour, minute } from '#test/support/desk.ts';
import { buildDemo, demoStart, demoVisitor } from './demo.ts';

const now = Date.UTC(2026, 10, 22, 9, 30);
const script = buildDemo(now);
let desk: Desk;

beforeAll(async () => {
  desk = Desk.seeded(demoStart(now));
  for (const { command, actor, at } of script) {
    desk.now = at;
    const problems = await desk.try(actor, command);
    if (problems.length > 0) {
      throw new Error(`${JSON.stringify(command)}: ${problems.map(({ message }) => message).join(' ')}`);
    }
  }
  desk.now = now;
}, 120_000);

function states(type: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of desk.all(type)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

describe('the demo unit', () => {
  test('runs through the real engine in order of time, and never after now', () => {
    const times = script.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(now);
    expect(times[0]).toBe(demoStart(now));
  });

  test('is the same for the same instant', () => {
    expect(buildDemo(now)).toEqual(script);
  });

  test('has a unit, and its visitor is somebody of it', () => {
    expect(desk.all('unit')).toHaveLength(1);
    expect(desk.view(demoVisitor.id).fields['roles']).toEqual(demoVisitor.roles);
  });

  test('has records of every kind', () => {
    const counts = [
      'person',
      'team',
      'organisation',
      'location',
      'service',
      'configuration-item',
      'article',
    ].map((type) => desk.all(type).length);
    expect(counts).toEqual([17, 4, 5, 5, 8, 40, 11]);
    expect(desk.all('incident').length).toBeGreaterThanOrEqual(120);
    expect(desk.all('request').length).toBeGreaterThanOrEqual(40);
  });

  test('has assessments of three years and two units reported, and one being rated', () => {
    expect(states('assessment')).toEqual({ reported: 5, rating: 1 });
    expect(states('agreed-rating')).toEqual({ sealed: 121 });
    expect(states('rating')).toEqual({ opened: 22, given: 3 });
    expect(states('improvement')).toEqual({ proposed: 1 });
  });

  test('has a year of conformance reported and one under way, in which something is missing', () => {
    expect(states('conformance-cycle')).toEqual({ reported: 1, open: 1 });
    expect(states('conformance-statement')).toEqual({ accepted: 8, submitted: 2, draft: 1 });
    expect(states('conformance-exception')).toEqual({ approved: 2 });
    expect(states('conformance-plan')).toEqual({ approved: 1 });
  });

  test('stands at every point of a desk’s day', () => {
    expect(Object.keys(states('incident')).sort()).toEqual([
      'assigned',
      'cancelled',
      'closed',
      'inProgress',
      'new',
      'pending',
      'resolved',
    ]);
    expect(Object.keys(states('request'))).toEqual(
      expect.arrayContaining([
        'awaitingApproval',
        'approved',
        'inFulfilment',
        'fulfilled',
        'closed',
        'rejected',
        'cancelled',
      ]),
    );
  });

  test('shows breached, nearly due, major, security and parent records', () => {
    const open = desk
      .all('incident')
      .filter(({ state }) => ['new', 'assigned', 'inProgress', 'pending'].includes(state));
    const due = open
      .map(({ id }) => desk.derived(id)['resolutionDue'])
      .filter((at) => typeof at === 'number');
    expect(due.some((at) => at < now)).toBe(true);
    expect(due.some((at) => at > now && at < now + 4 * hour)).toBe(true);
    const major = open.filter(({ id }) => desk.derived(id)['majorIncident'] === true);
    expect(major).toHaveLength(1);
    expect(major[0]?.fields['nextUpdateDue']).toBe(now + 20 * minute);
    expect(open.filter(({ fields }) => fields['parent'] === major[0]?.id)).toHaveLength(3);
    expect(desk.all('incident').filter(({ fields }) => fields['path'] === 'security')).toHaveLength(2);
    expect(desk.all('request').some(({ fields }) => fields['convertedFrom'])).toBe(true);
  });

  test('keeps most promises, but not all', () => {
    const verdicts = desk.all('incident').map(({ id }) => desk.derived(id)['resolutionState']);
    const met = verdicts.filter((verdict) => verdict === 'met').length;
    const missed = verdicts.filter((verdict) => verdict === 'missed').length;
    expect(missed).toBeGreaterThan(2);
    expect(met / (met + missed)).toBeGreaterThan(0.75);
  });

  test.each([...[0, 1, 2, 3].map((weeks) => now + weeks * 7.3 * 24 * hour), Date.UTC(2027, 0, 3, 9)])(
    'is told without a refusal at %d',
    async (later) => {
      const other = Desk.seeded(demoStart(later));
      for (const { command, actor, at } of buildDemo(later)) {
        other.now = at;
        expect(await other.try(actor, command)).toEqual([]);
      }
    },
  );
});
