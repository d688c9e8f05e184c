import type { TimelineItem } from '#renderer/data/data.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { noteLabels } from './audiences.ts';

/** What an entry did, in the words of the timeline. */
export function headline(type: RecordType, item: TimelineItem): string {
  switch (item.kind) {
    case 'created':
      return `${type.label} created`;
    case 'changed':
      return 'Changed';
    case 'settled':
      return 'Conflict settled';
    case 'retracted':
      return 'Took back a change';
    case 'act': {
      const label = item.label ?? '';
      const to =
        item.to === undefined || keepsState(type, item) ? undefined : type.lifecycle.states[item.to]?.label;
      return to === undefined ? label : `${label} → ${to}`;
    }
    case 'note':
      return item.audience ? noteLabels[item.audience] : 'Note';
    case 'attached':
      return 'File attached';
    case 'ruled': {
      const { is, entries } = item.verdict ?? { is: 'aside', entries: 0 };
      const count = entries === 1 ? '1 entry' : `${entries.toLocaleString('en-GB')} entries`;
      return is === 'aside' ? `Set aside ${count}` : `Let ${count} stand`;
    }
    case 'vouched':
      return item.label ?? 'First sign-in on a device';
    case 'redaction':
      return item.label ?? '';
    case 'unknown':
      if (item.contents === 'withheld') return 'Contents missing without an order';
      return 'Written by a newer version of Outpost';
  }
}

/** An action that leads nowhere else needs no arrow. */
function keepsState(type: RecordType, item: TimelineItem): boolean {
  const ways = type.lifecycle.transitions.filter(({ action }) => action === item.action);
  return ways.length > 0 && ways.every(({ to }) => to === 'same');
}
