import type { TimedRule } from '../../definition/timed-rule.ts';
import { lastEntered } from '../../engine/life.ts';
import { textOf } from '../../definition/record.ts';
import { unobjected } from '../support/users-word.ts';
import { isMajor, isReviewed } from './rules.ts';

/** What incidents do by themselves (INC-23, INC-24). */
export const incidentRules: readonly TimedRule[] = [
  {
    name: 'incident-close-unobjected',
    label: 'Close an incident that nobody objected to',
    where: [{ column: 'state', in: ['resolved'] }],
    occasion: ({ record }) =>
      isMajor(record) && !isReviewed(record)
        ? undefined
        : unobjected('Resolved', lastEntered(record, 'resolved') ?? record.createdAt),
    deed: { kind: 'act', action: 'close' },
  },
  {
    name: 'incident-remind-waiting',
    label: 'Remind of an incident that waits',
    where: [
      { column: 'state', in: ['pending'] },
      { column: 'pendingUntil', below: { symbol: 'now', offset: 0 } },
    ],
    occasion: ({ record }) => {
      const at = record.fields['pendingUntil'];
      if (typeof at !== 'number') return undefined;
      const what = textOf(record, 'pendingNote');
      return { at, because: `Time to ask again${what ? `: ${what}` : '.'}` };
    },
    deed: { kind: 'note', audience: 'internal' },
  },
];
