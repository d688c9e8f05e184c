import type { Catalogue } from '../definition/catalogue.ts';
import { refOf } from '../changelog/fold.ts';
import type { EntryRef } from '../kernel/ids.ts';
import type { Finding, Heard, JudgeSource, Verdict } from './heard.ts';
import { isFact, Judge } from './judge.ts';

/** Each round settles what the one before said of entries that others rest on. */
const mostRounds = 8;

/**
 * Judges entries together, in the order in which they came, until nothing changes: what is found of one bears on others. Entries that are
 * not among them prove nothing.
 */
export async function judgeAll(
  catalogue: Catalogue,
  source: Omit<JudgeSource, 'finding'>,
  entries: readonly Heard[],
): Promise<ReadonlyMap<EntryRef, Verdict>> {
  const verdicts = new Map<EntryRef, Verdict>();
  const judge = new Judge(catalogue, { ...source, finding: (ref) => findingOf(verdicts.get(ref)) });
  const inOrder = entries.toSorted((a, b) => a.arrival - b.arrival);
  for (let round = 0; round < mostRounds; round += 1) {
    let hasChanged = false;
    for (const heard of inOrder) {
      const ref = refOf(heard.entry);
      const verdict = await judge.judge(heard);
      if (findingOf(verdict) !== findingOf(verdicts.get(ref))) {
        hasChanged = true;
        if (isFact(heard.entry)) judge.forget(heard.entry);
      }
      verdicts.set(ref, verdict);
    }
    if (!hasChanged) break;
  }
  return verdicts;
}

/** What waits counts meanwhile. */
export function findingOf(verdict: Verdict | undefined): Finding {
  return verdict && (verdict.verdict === 'aside' ? 'aside' : 'stands');
}
