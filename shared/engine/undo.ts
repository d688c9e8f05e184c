import { problem, type Problem } from '../kernel/errors.ts';
import type { EntryRef } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import type { Entry } from '../changelog/entry.ts';
import { isMemberChange } from '../changelog/entry.ts';
import { refOf, retractedRefs, compareEntries } from '../changelog/fold.ts';
import type { WrittenEntry } from './commands.ts';
import { draftOf, type Decided } from './decide.ts';
import type { Scope } from './scope.ts';

/** Retracts entries record by record; the first record is judged now, the others follow as steps of the same command. */
export async function decideUndo(entries: readonly WrittenEntry[], scope: Scope): Promise<Decided> {
  const id = entries[0]?.record;
  const state = id === undefined ? undefined : await scope.state(id);
  if (id === undefined || !state) return err([refused('it is not on this device.')]);
  const refs = entries.filter((entry) => entry.record === id).map((entry) => entry.ref);
  const others = entries.filter((entry) => entry.record !== id);
  const known = [...(await scope.entries(id))].sort(compareEntries);
  const fault = refs.map((ref) => whyNot(ref, refs, known, scope)).find((found) => found !== undefined);
  if (fault) return err([fault]);
  return ok({
    record: id,
    drafts: [draftOf(scope, state, { kind: 'retract', entries: refs })],
    followUps: () => Promise.resolve(others.length > 0 ? [{ kind: 'undo', entries: others }] : []),
  });
}

function whyNot(
  ref: EntryRef,
  together: readonly EntryRef[],
  known: readonly Entry[],
  scope: Scope,
): Problem | undefined {
  const entry = known.find((other) => refOf(other) === ref);
  if (!entry) return refused('it is not on this device.');
  if (entry.actor !== scope.environment.actor.id) return refused('somebody else made it.');
  if (entry.body.kind === 'create') return refused('it made the record. Cancel or retire the record instead.');
  const retracted = retractedRefs(known);
  if (retracted.has(ref)) return refused('it is undone already.');
  const later = known.find(
    (other) => !retracted.has(refOf(other)) && !together.includes(refOf(other)) && buildsOn(other, ref),
  );
  return later && refused('a later change builds on it.');
}

function buildsOn(entry: Entry, ref: EntryRef): boolean {
  const { body } = entry;
  if (body.kind === 'act' && body.base === ref) return true;
  if (body.kind !== 'set' && body.kind !== 'act') return false;
  return Object.values(body.fields).some((change) =>
    isMemberChange(change)
      ? change.remove.some((removal) => removal.seen.includes(ref))
      : change.base.includes(ref),
  );
}

function refused(reason: string): Problem {
  return problem('OUT-LOG-007', { reason });
}
