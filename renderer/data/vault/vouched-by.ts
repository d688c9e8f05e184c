import { chainEntries, type Head } from '#shared/changelog/chain.ts';
import type { Entry, VouchBody } from '#shared/changelog/entry.ts';
import { canExtend, extendFold, foldRecord } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import { nextStamp } from '#shared/kernel/clock.ts';

/** Somebody says that they sign in on the replica. Record ids. */
export interface Saying {
  readonly person: string;
  readonly account: string;
  readonly body: VouchBody;
}

interface Vouched {
  readonly entries: readonly Entry[];
  readonly head: Head;
  /** Of the accounts. */
  readonly states: readonly FoldState[];
}

/** The entries that say so, one an account, and the states of the accounts after them. @param now epoch ms. */
export async function vouchedBy(
  sayings: readonly Saying[],
  source: Pick<RecordSource, 'load' | 'entries'>,
  { replica, head: before, now }: { readonly replica: string; readonly head: Head; readonly now: number },
): Promise<Vouched> {
  const known = await Promise.all(sayings.map(({ account }) => source.load(account)));
  const drafts = sayings.map(({ person, account, body }, index) => {
    const stamp = nextStamp(known[index]?.last.stamp, now);
    return { stamp, actor: person, type: 'account', record: account, body };
  });
  const { entries, head } = chainEntries(replica, before, drafts);
  const states = await Promise.all(
    entries.map(async (entry, index) => {
      const state = known[index];
      if (canExtend(state, entry)) return extendFold(state, entry);
      return foldRecord([...(await source.entries(entry.record)), entry]);
    }),
  );
  return { entries, head, states };
}
