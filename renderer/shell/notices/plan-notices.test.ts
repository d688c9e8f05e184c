import { describe, expect, test } from 'vitest';
import { mostSingly, noticeKey, planNotices, type ClockHit } from './plan-notices.ts';

const now = Date.UTC(2026, 10, 14, 12);
const hit = (record: string, more: Partial<ClockHit> = {}): ClockHit => ({
  kind: 'breach',
  record,
  number: `INC-7K-${record}`,
  title: 'Mail is slow',
  marking: '',
  clock: 'resolution',
  clockLabel: 'Resolution',
  due: now - 600_000,
  ...more,
});
const crowd = { plural: 'incidents', clockLabel: 'Resolution', listLink: '/list/incident?x=1' };

describe('notice keys', () => {
  test('the same record, clock, due instant and kind have one key', () => {
    expect(noticeKey(hit('1'))).toBe(noticeKey(hit('1', { title: 'Renamed', number: 'other' })));
  });

  test.each<Partial<ClockHit>>([{ due: now }, { clock: 'response' }, { kind: 'warning' }, { record: '2' }])(
    'another %o is another notice',
    (change) => {
      expect(noticeKey(hit('1', change))).not.toBe(noticeKey(hit('1')));
    },
  );
});

describe('planning', () => {
  test('nothing new says nothing', () => {
    expect(planNotices([], crowd, now)).toEqual([]);
  });

  test('a breach names the record, says that the target is missed and leads there', () => {
    const [notice] = planNotices([hit('1')], crowd, now);
    expect(notice).toMatchObject({
      title: 'INC-7K-1: Resolution target missed',
      body: 'Mail is slow',
      link: '/record/1',
      at: now - 600_000,
    });
  });

  test('a warning says how long is left', () => {
    const [notice] = planNotices([hit('1', { kind: 'warning', due: now + 25 * 60_000 })], crowd, now);
    expect(notice?.title).toBe('INC-7K-1: Resolution due in 25 min');
  });

  test('many at once become one that leads to their list', () => {
    const few = Array.from({ length: mostSingly }, (_, index) => hit(String(index)));
    expect(planNotices(few, crowd, now)).toHaveLength(mostSingly);
    const many = planNotices([...few, hit('x')], crowd, now);
    expect(many).toHaveLength(1);
    expect(many[0]).toMatchObject({
      title: '6 incidents: Resolution target missed',
      link: '/list/incident?x=1',
    });
    expect(many[0]?.body).toBe('INC-7K-0, INC-7K-1, INC-7K-2 and 3 more');
  });
});
