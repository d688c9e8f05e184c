import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { TimelineItem } from '#renderer/data/data.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { hour, monday } from '#test/support/desk.ts';
import { filterTimeline } from './timeline-filter.ts';
import { TimelineEntry } from './TimelineEntry.tsx';

const type = catalogue.type('incident')!;
const base = { ref: 'AAAAAAAAAAA:1', at: monday, actor: 'p1', changes: [], isInferred: false } as const;

function show(item: Partial<TimelineItem> & Pick<TimelineItem, 'kind'>, labels = new Map([['p1', 'Adams']])) {
  const { container } = render(
    <ol>
      <TimelineEntry type={type} item={{ ...base, ...item }} labels={labels} now={monday + hour} zone="UTC" />
    </ol>,
  );
  return container.querySelector('ol > li')?.textContent ?? '';
}

describe('an entry of the timeline', () => {
  test('says who, when, what, and what it changed from and to', () => {
    const text = show({
      kind: 'changed',
      changes: [{ field: 'impact', label: 'Impact', before: '3', after: '1' }],
    });
    expect(text).toMatch(/^Changed1 h agoAdamsImpact: Low High$/);
    expect(screen.getByText('1 h ago').title).toContain('020800Z NOV 26');
  });

  test('names the state an action led to, and none where it kept the state', () => {
    expect(show({ kind: 'act', action: 'resolve', label: 'Resolve incident', to: 'resolved' })).toContain(
      'Resolve incident → Resolved',
    );
  });

  test('names no state where the action kept it', () => {
    const [kept] = type.lifecycle.transitions.filter(
      ({ action, to }) =>
        to === 'same' &&
        type.lifecycle.transitions.every((other) => other.action !== action || other.to === 'same'),
    );
    expect(kept).toBeDefined();
    expect(show({ kind: 'act', action: kept!.action, label: kept!.label, to: 'new' })).not.toContain('→');
  });

  test('marks what was imported, inferred or logged later, and what does not count', () => {
    expect(show({ kind: 'act', action: 'x', label: 'X', source: 'old tool', isInferred: true })).toContain(
      'Adams · Imported from old tool · Inferred: the source does not state it',
    );
  });

  test('marks what was logged later', () => {
    expect(
      show({ kind: 'note', text: 'Hi', audience: 'internal', minutes: 20, loggedAt: monday + hour }),
    ).toContain('20 min of work · Logged later, 02 Nov 2026, 09:00');
  });

  test('marks what no hub has yet', () => {
    render(
      <ol>
        <TimelineEntry
          type={type}
          item={{ ...base, kind: 'note', text: 'Hi', audience: 'internal' }}
          labels={new Map()}
          now={monday + hour}
          zone="UTC"
          isUnsent
        />
      </ol>,
    );
    expect(screen.getByText(/Not yet synced/)).toBeTruthy();
  });

  test('marks what does not count', () => {
    expect(show({ kind: 'act', label: 'X', setAside: 'overtaken' })).toContain('another action won');
  });

  test('TRU-321 marks what a hub set aside, with the hub and the reason', () => {
    const ruling = { hub: 'HHHHHHHHHHH', code: 'OUT-RUL-002', reason: 'The right was missing.' };
    const labels = new Map([['HHHHHHHHHHH', 'Brigade']]);
    expect(show({ kind: 'note', text: 'Hi', setAside: 'ruled', ruling }, labels)).toContain(
      'Set aside by hub Brigade: The right was missing.',
    );
    const verdict = { is: 'aside', entries: 2, hub: 'HHHHHHHHHHH' } as const;
    expect(show({ kind: 'ruled', actor: '', text: 'Why', verdict }, labels)).toMatch(
      /Set aside 2 entries.*Brigade.*Why/,
    );
  });

  test('shows an author who is no person here by the name that the source gives', () => {
    expect(
      show({ kind: 'note', text: 'Hi', audience: 'requester', actor: 'Resolved by 15' }, new Map()),
    ).toContain('Resolved by 15');
  });
});

test('a filter of the timeline keeps its kind, newest first', () => {
  const items = (['created', 'note', 'changed', 'act', 'note'] as const).map((kind, at): TimelineItem => ({
    ...base,
    kind,
    at: monday + at,
  }));
  const kinds = (kind: Parameters<typeof filterTimeline>[1]) =>
    filterTimeline(items, kind).map((item) => `${item.kind} ${item.at - monday}`);
  expect(kinds('notes')).toEqual(['note 4', 'note 1']);
  expect(kinds('acts')).toEqual(['act 3', 'created 0']);
  expect(kinds('changes')).toEqual(['changed 2']);
  expect(kinds('all')).toHaveLength(5);
});
