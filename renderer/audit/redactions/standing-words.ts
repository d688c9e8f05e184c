import type { RedactionInfo } from '#renderer/data/data.ts';
import { count } from '../words.ts';

const mostNames = 4;

/** How it stands with an order, a sentence each: what waits, what was removed, and who may still hold the contents. */
export function standingWords(info: RedactionInfo, isOwn: boolean): readonly string[] {
  const { order, isRemovedHere, lacksRight, isOneDevice, holders } = info;
  if (order.state === 'open') {
    return [isOwn ? 'Waits for another administrator.' : 'Waits for your answer.'];
  }
  if (order.state !== 'confirmed') return ['Nothing was removed.'];
  if (lacksRight) {
    return [
      'Nothing is removed: one of the two is not known here as an administrator, or as somebody who signed in where it was written.',
    ];
  }
  const { open } = holders;
  const names = open.slice(0, mostNames).join(', ');
  const more = open.length > mostNames ? ` and ${open.length - mostNames} more` : '';
  return [
    isRemovedHere ? 'Removed on this device.' : 'Not removed here yet: an entry that it names is not here.',
    open.length > 0
      ? `May still be held by ${count(open.length, 'device or hub', 'devices and hubs')} not known to have the order: ${names}${more}.`
      : 'All others are known to have the order.',
    ...(isOneDevice ? ['Asked for and confirmed on one device.'] : []),
  ];
}
