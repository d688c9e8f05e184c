import type { Entry, EntryBody, FieldChanges, GoneFields, KeptBody } from '../changelog/entry.ts';
import { compareEntries, refOf } from '../changelog/fold.ts';
import { confirmedEntries, isOrdered, readRedactions } from '../changelog/redaction/orders.ts';
import { soundEntry } from '../changelog/sound-entry.ts';
import type { Finding, Heard, JudgeSource } from './heard.ts';

type FindingOf = JudgeSource['finding'];

/** Content that is gone is asked as an empty one: who may write it does not depend on what it says. */
const noHash = '0'.repeat(64);

/**
 * All entries of a record as they are judged: what is left of a redacted one is judged as the entry that it was. Only where an order names
 * exactly that (RED-111), and was not set aside; others are left as they are, and change nothing. What names the keys of an account is believed only where
 * the order is found to stand: those keys prove who gave it.
 */
export function asWritten(entries: readonly Heard[], finding: FindingOf): readonly Heard[] {
  const heard = entries.map((one) => ({ ...one, entry: soundEntry(one.entry) }));
  if (!heard.some(({ entry }) => entry.body.kind === 'redacted')) return heard;
  const counts = (entry: Entry) => isBelieved(entry, finding(refOf(entry)));
  const counting = heard.map(({ entry }) => entry).filter(counts);
  const orders = confirmedEntries(readRedactions(counting.sort(compareEntries), new Set()));
  return heard.map((one) => {
    const { body } = one.entry;
    if (body.kind !== 'redacted' || !isOrdered(one.entry, orders.get(refOf(one.entry)))) return one;
    return { ...one, entry: { ...one.entry, body: bodyFrom(body.kept) } };
  });
}

/** One entry as it is judged. */
export async function oneAsWritten(heard: Heard, source: JudgeSource): Promise<Heard> {
  const ref = refOf(heard.entry);
  const isRedacted = heard.entry.body.kind === 'redacted';
  const known = isRedacted ? await source.entries(heard.entry.record) : [];
  const others = known.filter(({ entry }) => refOf(entry) !== ref);
  const [found = heard] = asWritten([heard, ...others], source.finding);
  return found;
}

function isBelieved({ type }: Entry, finding: Finding): boolean {
  return type === 'account' ? finding === 'stands' : finding !== 'aside';
}

function bodyFrom(kept: KeptBody): EntryBody {
  switch (kept.kind) {
    case 'create':
      return kept;
    case 'set':
      return { kind: kept.kind, fields: changesFrom(kept) };
    case 'act': {
      const { kind, action, to, base } = kept;
      return { kind, action, to, base, fields: changesFrom(kept) };
    }
    case 'note':
      return { ...kept, text: '' };
    case 'attach':
      return { ...kept, name: '', size: 0, type: '', hash: noHash };
  }
}

/** That a field was written is known still; its value is gone. */
function changesFrom({ fields, gone }: { readonly fields: FieldChanges } & GoneFields): FieldChanges {
  const empty = Object.entries(gone).map(([field, base]) => [field, { value: null, base }] as const);
  return { ...Object.fromEntries(empty), ...fields };
}
