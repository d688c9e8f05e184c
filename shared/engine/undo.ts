import { problem, type Problem } from '../kernel/errors.ts';
import { groupBy } from '../kernel/group-by.ts';
import type { EntryRef } from '../kernel/ids.ts';
import { own } from '../kernel/own.ts';
import { err, ok } from '../kernel/result.ts';
import type { Entry, RedactedBody } from '../changelog/entry.ts';
import { isMemberChange } from '../changelog/entry.ts';
import { asidesIn, compareEntries, refOf, uncountedRefs } from '../changelog/fold.ts';
import { isBeyondRuling } from '../changelog/rulings.ts';
import { soundEntry } from '../changelog/sound-entry.ts';
import type { WrittenEntry } from './commands.ts';
import { draftOf, type Decided } from './decision.ts';
import type { Scope } from './scope.ts';

/** Retracts entries record by record; the first record is judged now, the others follow as steps of the same command. */
export async function decideUndo(entries: readonly WrittenEntry[], scope: Scope): Promise<Decided> {
  const [own, ...others] = groupBy(entries, (entry) => entry.record);
  const [id, written] = own ?? [];
  const state = id === undefined ? undefined : await scope.state(id);
  if (id === undefined || written === undefined || !state) return err([refused('it is not on this device.')]);
  const refs = written.map((entry) => entry.ref);
  const known = (await scope.entries(id)).map(soundEntry).sort(compareEntries);
  const actor = scope.environment.actor.id;
  const fault = refs.map((ref) => whyNot(ref, refs, known, actor)).find((found) => found !== undefined);
  if (fault) return err([fault]);
  return ok({
    record: id,
    drafts: [draftOf(scope.environment, state, { kind: 'retract', entries: refs })],
    followUps: () => Promise.resolve(others.map(([, group]) => ({ kind: 'undo', entries: group }))),
  });
}

function whyNot(
  ref: EntryRef,
  together: readonly EntryRef[],
  known: readonly Entry[],
  actor: string,
): Problem | undefined {
  const entry = known.find((other) => refOf(other) === ref);
  if (!entry) return refused('it is not on this device.');
  if (entry.actor !== actor) return refused('somebody else made it.');
  if (entry.body.kind === 'create')
    return refused('it made the record. Cancel or retire the record instead.');
  if (isBeyondRuling(entry.body)) return refused('it says where you sign in.');
  if (entry.body.kind === 'confirm' || entry.body.kind === 'decline') {
    return refused('it answers an order to redact, and contents may be gone by now.');
  }
  if (entry.body.kind === 'redacted') return refused('its contents were redacted.');
  if (own(asidesIn(known), ref)) return refused('a hub set it aside, so it does not count.');
  const uncounted = uncountedRefs(known);
  if (uncounted.has(ref)) return refused('it is undone already.');
  const later = known
    .slice(known.indexOf(entry) + 1)
    .filter((other) => !uncounted.has(refOf(other)) && !together.includes(refOf(other)));
  const restored = restoredBy(entry, known);
  const stands = later.some(
    (other) => buildsOn(other, ref) || restored.some((again) => competes(other, again)),
  );
  return stands ? refused('a later change builds on it.') : undefined;
}

/** The entries that come back when a retraction is taken back, through retractions of retractions too. */
function restoredBy(entry: Entry, known: readonly Entry[]): readonly Entry[] {
  if (entry.body.kind !== 'retract') return [];
  const before = uncountedRefs(known);
  const undo: Entry = {
    ...entry,
    seq: Number.MAX_SAFE_INTEGER,
    body: { kind: 'retract', entries: [refOf(entry)] },
  };
  const after = uncountedRefs([...known, undo]);
  return known.filter((other) => before.has(refOf(other)) && !after.has(refOf(other)));
}

function buildsOn(entry: Entry, ref: EntryRef): boolean {
  const { body } = entry;
  if (body.kind === 'act' && body.base === ref) return true;
  if (body.kind === 'confirm' || body.kind === 'decline') return body.of === ref;
  if (body.kind === 'redacted') return basesOf(body).some((base) => base.includes(ref));
  if (body.kind !== 'set' && body.kind !== 'act') return false;
  return Object.values(body.fields).some((change) =>
    isMemberChange(change)
      ? change.remove.some((removal) => removal.seen.includes(ref))
      : change.base.includes(ref),
  );
}

/** What an entry whose contents were removed named. */
function basesOf({ kept }: RedactedBody): readonly (readonly EntryRef[])[] {
  if (kept.kind !== 'set' && kept.kind !== 'act') return [];
  const named = Object.values(kept.fields).map((change) => (isMemberChange(change) ? [] : change.base));
  return [...named, ...Object.values(kept.gone), ...(kept.kind === 'act' ? [[kept.base]] : [])];
}

/** Would the two stand side by side: acts after one act, or values of one field? */
function competes({ body }: Entry, { body: again }: Entry): boolean {
  if (body.kind === 'act' && again.kind === 'act') return true;
  if ((body.kind !== 'set' && body.kind !== 'act') || (again.kind !== 'set' && again.kind !== 'act'))
    return false;
  return Object.entries(body.fields).some(
    ([field, change]) => !isMemberChange(change) && Object.hasOwn(again.fields, field),
  );
}

function refused(reason: string): Problem {
  return problem('OUT-LOG-007', { reason });
}
