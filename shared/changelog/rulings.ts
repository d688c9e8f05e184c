import type { EntryRef } from '../kernel/ids.ts';
import type { Entry, RuleBody } from './entry.ts';
import type { AsideState } from './fold-state.ts';
import { soundEntry } from './sound-entry.ts';

export type Asides = Readonly<Record<EntryRef, AsideState>>;

/**
 * The entries that hubs set aside (FOLD-13), also those that are not here yet; undefined where there are none, as in nearly all records.
 * @param sorted all entries of a record, in stamp order, each with its name.
 */
export function ruledAside(sorted: readonly (readonly [ref: EntryRef, entry: Entry])[]): Asides | undefined {
  if (!sorted.some(([, { body }]) => body.kind === 'rule')) return undefined;
  const rulings = newestRulings(sorted.map(([, entry]) => entry));
  // Nobody rules on rulings, and a vouch changes nothing that could be set aside.
  for (const [ref, { body }] of sorted) if (isBeyondRuling(body)) rulings.delete(ref);
  const asides = [...rulings].flatMap(([ref, byHub]) => {
    const [hub, ruling] = [...byHub].findLast(([, { verdict }]) => verdict === 'aside') ?? [];
    return hub !== undefined && ruling
      ? [[ref, { hub, code: ruling.code, reason: ruling.reason }] as const]
      : [];
  });
  return asides.length > 0 ? Object.fromEntries(asides) : undefined;
}

export function isBeyondRuling({ kind }: Entry['body']): boolean {
  return kind === 'rule' || kind === 'vouch';
}

/** What each hub ruled last of each entry; the newest ruling stands last. */
function newestRulings(sorted: readonly Entry[]): Map<EntryRef, Map<string, RuleBody>> {
  const rulings = new Map<EntryRef, Map<string, RuleBody>>();
  for (const entry of sorted) {
    const { body, replica, actor } = soundEntry(entry);
    // A hub is nobody: who writes as a person rules nothing.
    if (body.kind !== 'rule' || actor !== '') continue;
    // All names of entries have a colon; what has none could be the name of something that every object has.
    for (const ref of body.entries.filter((name) => name.includes(':'))) {
      const byHub = rulings.get(ref) ?? new Map<string, RuleBody>();
      byHub.delete(replica);
      rulings.set(ref, byHub.set(replica, body));
    }
  }
  return rulings;
}
