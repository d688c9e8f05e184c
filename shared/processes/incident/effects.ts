import type { ActContext, Effect } from '../../definition/lifecycle.ts';
import { textOf } from '../../definition/record.ts';
import { carried } from '../support/conversion.ts';
import { act, clear, set, tell } from '../support/effects.ts';
import { isMajor, isOpen, isSecurity } from './rules.ts';

const pendingFields = ['pendingReason', 'pendingUntil', 'pendingNote'];

/** INC-7: a wait that is over leaves nothing behind, so the next one states its reason anew. */
export function endWait({ record }: ActContext): readonly Effect[] {
  return clear(record, ...pendingFields);
}

/** INC-12: children share the fate of their parent, except those on a path of their own. */
export function resolveChildren(context: ActContext): readonly Effect[] {
  const { record } = context;
  return context.related('children').flatMap((child): readonly Effect[] => {
    if (!isOpen(child)) return [];
    if (isSecurity(child)) return [];
    if (isMajor(child))
      return [
        tell(
          child,
          `Parent incident ${record.number} is resolved. This one stays open: it is a major incident.`,
        ),
      ];
    const resolution = `Resolved together with ${record.number}: ${textOf(record, 'resolution')}`;
    return [
      act(child, 'resolve', { resolution, closureCode: textOf(record, 'closureCode') }),
      tell(child, `Parent incident ${record.number} is resolved, and this one with it.`),
    ];
  });
}

/** INC-12: what was resolved with the parent closes with it. */
export function closeChildren({ record, related }: ActContext): readonly Effect[] {
  return related('children').flatMap((child): readonly Effect[] => {
    if (child.state !== 'resolved' || isSecurity(child) || isMajor(child)) return [];
    return [
      act(child, 'close'),
      tell(child, `Parent incident ${record.number} is closed, and this one with it.`),
    ];
  });
}

/** INC-13: children are told of a reopened parent; whether theirs is back too, their users say. */
export function tellChildrenOfReopening({ record, related }: ActContext): readonly Effect[] {
  return related('children')
    .filter((child) => !isSecurity(child))
    .map((child) =>
      tell(child, `Parent incident ${record.number} was reopened: ${textOf(record, 'reopenReason')}`),
    );
}

/** INC-15: sets the path, unless it is the security path, which hides the record and so must stay. */
export function becomeMajor({ record }: ActContext): readonly Effect[] {
  const impact = textOf(record, 'businessImpact');
  return [
    ...(isSecurity(record) ? [] : [set(record, { path: 'major' })]),
    {
      kind: 'note',
      record: record.id,
      text: impact ? `Declared a major incident. ${impact}` : 'Declared a major incident.',
      audience: isSecurity(record) ? 'internal' : 'stakeholders',
    },
  ];
}

export function standDown({ record }: ActContext): readonly Effect[] {
  return [
    ...(isSecurity(record) ? [] : [set(record, { path: 'normal' })]),
    ...clear(record, 'nextUpdateDue'),
    {
      kind: 'note',
      record: record.id,
      text: `No longer a major incident: ${textOf(record, 'standDownReason')}`,
      audience: isSecurity(record) ? 'internal' : 'stakeholders',
    },
  ];
}

/** INC-17: the update goes out as a note, so the timeline keeps every one of them. */
export function sendUpdate({ record }: ActContext): readonly Effect[] {
  return [
    { kind: 'note', record: record.id, text: textOf(record, 'stakeholderUpdate'), audience: 'stakeholders' },
  ];
}

export function becomeSecurity({ record }: ActContext): readonly Effect[] {
  return [set(record, { path: 'security' })];
}

export function endSecurity({ record }: ActContext): readonly Effect[] {
  return [set(record, { path: isMajor(record) ? 'major' : 'normal' })];
}

export function recordEscalation({ record }: ActContext): readonly Effect[] {
  return [
    {
      kind: 'note',
      record: record.id,
      text: `Escalated to management: ${textOf(record, 'escalationReason')}`,
      audience: 'internal',
    },
  ];
}

/** INC-19: a request with the same facts and notes takes over; both know each other. */
export function becomeRequest({ record }: ActContext): readonly Effect[] {
  return [
    ...clear(record, ...pendingFields),
    set(record, { cancelReason: 'It is a service request and was converted.' }),
    {
      kind: 'create',
      type: 'request',
      fields: { ...carried(record), convertedFrom: record.id },
      linkFrom: 'convertedTo',
      carryNotes: true,
    },
  ];
}
