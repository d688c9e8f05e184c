import type { Lifecycle, Transition } from '../../definition/lifecycle.ts';
import type { Rule } from '../../definition/permission.ts';

/**
 * Life of a record that is simply in use or no longer: retiring keeps it for the records that name it and takes it out of pickers.
 */
export function inUseOrRetired(
  noun: string,
  permit: Rule,
  more: readonly Transition[] = [],
  activity?: string,
): Lifecycle {
  const performs = activity === undefined ? {} : { activity };
  return {
    initial: 'active',
    states: {
      active: { label: 'Active', class: 'open', help: 'In use and offered in pickers.' },
      retired: {
        label: 'Retired',
        class: 'done',
        final: true,
        help: 'Kept for the records that name it; no longer offered.',
      },
    },
    transitions: [
      ...more,
      {
        action: 'retire',
        label: `Retire ${noun}`,
        from: ['active'],
        to: 'retired',
        permit,
        confirm: `Records that name this ${noun} keep it, but nobody can pick it any more. Retire it?`,
        ...performs,
      },
      {
        action: 'reactivate',
        label: `Bring ${noun} back`,
        from: ['retired'],
        to: 'active',
        permit,
        ...performs,
      },
    ],
  };
}
