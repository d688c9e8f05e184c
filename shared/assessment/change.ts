import type { Level } from './attributes.ts';
import type { ProcessResult } from './workbook.ts';

/** How the level of a process differs between two results. */
export type Change =
  | {
      readonly direction: 'up' | 'down';
      /** Levels. */
      readonly by: number;
      /** It may be more, as one of the two levels may be more. */
      readonly isAtLeast: boolean;
    }
  | {
      readonly direction: 'same';
      /** Both reached it, and one was not assessed further. */
      readonly upTo?: Level;
    }
  | { readonly direction: 'unknown'; readonly because: 'otherModel' | 'notInScope' | 'levelOpen' };

/** What of a result the change is made of. */
interface Assessment {
  readonly model: string;
  readonly profile: readonly ProcessResult[];
}

/** The change of a process from one result to another: what both leave certain, and no more. */
export function changeOf(process: string, before: Assessment, after: Assessment): Change {
  if (before.model !== after.model) return { direction: 'unknown', because: 'otherModel' };
  const [earlier, later] = [before, after].map(({ profile }) =>
    profile.find((result) => result.process === process),
  );
  if (!earlier || !later) return { direction: 'unknown', because: 'notInScope' };
  return changeBetween(earlier, later);
}

type Levelled = Pick<ProcessResult, 'capability' | 'target'>;

function changeBetween(before: Levelled, after: Levelled): Change {
  const [was, is] = [rangeOf(before), rangeOf(after)];
  const isAtLeast = before.capability.isOpen || after.capability.isOpen;
  if (is.lowest > was.highest) return { direction: 'up', by: is.lowest - was.highest, isAtLeast };
  if (is.highest < was.lowest) return { direction: 'down', by: was.lowest - is.highest, isAtLeast };
  if (!isAtLeast) return { direction: 'same' };
  const end = before.target < after.target ? before.target : after.target;
  return was.lowest >= end && is.lowest >= end
    ? { direction: 'same', upTo: end }
    : { direction: 'unknown', because: 'levelOpen' };
}

/** Levels that a result leaves possible: what nobody rated may be anything. */
function rangeOf({ capability: { level, isOpen } }: Levelled): {
  readonly lowest: Level;
  readonly highest: Level;
} {
  return { lowest: level, highest: isOpen ? 5 : level };
}
