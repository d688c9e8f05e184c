import { hashCanonical, toBase64Url } from '../../kernel/canonical.ts';
import type { EntryRef } from '../../kernel/ids.ts';
import type { Entry, FieldChanges, KeptBody, Origin } from '../entry.ts';
import { isMemberChange } from '../entry.ts';
import { hashEntry } from '../hash-entry.ts';
import { soundEntry } from '../sound-entry.ts';

/**
 * What is left of an entry whose contents are removed (RED-110): who wrote it, when, about what, its place in the chain with its hash, and what the
 * fold needs. Undefined for an entry that has no contents. One that was removed already is returned as it is.
 * @param keep fields whose values stay.
 */
export function stubOf(entry: Entry, keep: readonly string[]): Entry | undefined {
  if (entry.body.kind === 'redacted') return entry;
  const kept = keptOf(soundEntry(entry), keep);
  if (!kept) return undefined;
  const { replica, seq, prev, stamp, actor, type, record, key, origin, fork } = entry;
  return {
    ...{ replica, seq, prev, stamp: { wall: stamp.wall, counter: stamp.counter }, actor, type, record },
    body: { kind: 'redacted', hash: hashEntry(entry), kept },
    ...(key === undefined ? {} : { key }),
    ...(origin ? { origin: withoutTexts(origin) } : {}),
    ...(fork ? { fork } : {}),
  };
}

/** Base64url SHA-256 by which an order names the one thing that may stand in an entry's place. */
export function stubDigest(stub: Entry): string {
  return toBase64Url(hashCanonical(stub));
}

function keptOf({ body }: Entry, keep: readonly string[]): KeptBody | undefined {
  switch (body.kind) {
    case 'create': {
      const { kind, number, version } = body;
      return { kind, number, version, fields: only(body.fields, keep) };
    }
    case 'set':
      return { kind: body.kind, fields: only(body.fields, keep), gone: goneFrom(body.fields, keep) };
    case 'act': {
      const { kind, action, to, base } = body;
      return { kind, action, to, base, fields: only(body.fields, keep), gone: goneFrom(body.fields, keep) };
    }
    case 'note': {
      const { kind, audience, minutes } = body;
      return { kind, audience, ...(minutes === undefined ? {} : { minutes }) };
    }
    case 'attach':
      return { kind: body.kind, audience: body.audience };
    default:
      return undefined;
  }
}

function only<Value>(
  fields: Readonly<Record<string, Value>>,
  keep: readonly string[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => keep.includes(field)));
}

function goneFrom(
  fields: FieldChanges,
  keep: readonly string[],
): Readonly<Record<string, readonly EntryRef[]>> {
  const gone = Object.entries(fields).filter(([field]) => !keep.includes(field));
  return Object.fromEntries(
    gone.map(([field, change]) => [field, isMemberChange(change) ? [] : [...change.base]]),
  );
}

/** Names and files of the source are contents; when it happened is not. */
function withoutTexts({ at, inferred }: Origin): Origin {
  return { ...(at === undefined ? {} : { at }), ...(inferred === undefined ? {} : { inferred }) };
}
