import { compareEntries, redactionsIn, refOf, uncountedRefs } from '../changelog/fold.ts';
import type { Draft } from '../changelog/chain.ts';
import { doneBy, happenedAt } from '../changelog/entry.ts';
import type { FoldState } from '../changelog/fold-state.ts';
import { countingEntries } from '../changelog/redaction/orders.ts';
import { soundEntry } from '../changelog/sound-entry.ts';
import { nextStamp } from '../kernel/clock.ts';
import type { Scope } from './scope.ts';

/** The notes and files of one record as those of another, with their own times and authors: a conversion keeps the history. */
export async function carriedNotes(from: string, to: FoldState, scope: Scope): Promise<readonly Draft[]> {
  const source = await scope.view(from);
  const sorted = [...(await scope.entries(from))].sort(compareEntries);
  const entries = countingEntries(sorted, redactionsIn(sorted)).map(soundEntry);
  const uncounted = uncountedRefs(entries);
  const carried = entries.filter(
    (entry) => ['note', 'attach'].includes(entry.body.kind) && !uncounted.has(refOf(entry)),
  );
  let { stamp } = to.last;
  return carried.map((entry) => {
    stamp = nextStamp(stamp, scope.environment.now);
    return {
      stamp,
      actor: scope.environment.actor.id,
      type: to.type,
      record: to.id,
      body: entry.body,
      origin: { at: happenedAt(entry), by: doneBy(entry), source: source?.number ?? from },
    };
  });
}
