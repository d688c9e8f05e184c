import { anyRole } from '../definition/permission.ts';
import type { RecordView } from '../definition/record.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import type { EntryRef } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import type { Entry, EntryBody, RedactedEntry } from '../changelog/entry.ts';
import { compareEntries, redactionsIn, refOf } from '../changelog/fold.ts';
import type { Redaction } from '../changelog/redaction/orders.ts';
import { stubDigest, stubOf } from '../changelog/redaction/stub.ts';
import { soundEntry } from '../changelog/sound-entry.ts';
import type { Command } from './commands.ts';
import { draftOf, noFollowUps, type Decided, type Target } from './decision.ts';
import { refusal } from './permit.ts';
import type { Environment } from './environment.ts';
import { fieldsThatStay, textsThatGo } from './redactable.ts';
import type { Scope } from './scope.ts';

/** Who may ask that contents be removed, and who may agree. */
export const redacting = anyRole('redact', 'remove contents for good', 'administrator');

/** Shorter texts occur by chance. */
const shortestRepeated = 6;

/** RED-101: an administrator names entries of the record, and says why. */
export async function decideRedact(
  { entries: refs, reason }: Extract<Command, { kind: 'redact' }>,
  target: Target,
  scope: Scope,
): Promise<Decided> {
  const { environment } = scope;
  const { record, type } = target;
  const doing = `redact entries of ${record.number}`;
  const refused =
    refusal(redacting, environment.actor, record, doing) ?? ownAccount(record, environment, doing);
  if (refused) return err([refused]);
  if (!reason.trim()) return err([problem('OUT-VAL-001', { field: 'Reason' })]);
  const known = await sortedEntries(record.id, scope);
  const ordered = redactionsIn(known).filter(({ state }) => state === 'open' || state === 'confirmed');
  const named: RedactedEntry[] = [];
  for (const ref of new Set(refs)) {
    const entry = known.find((other) => refOf(other) === ref);
    const made = entry && namedEntry(target, entry);
    const isOrdered = ordered.some(({ entries }) => entries.some((other) => other.entry === ref));
    if (!entry || !made || isOrdered) return err([notRedactable(record.number, entry, isOrdered)]);
    const repeated = repeatedIn(reason, textsThatGo(type, soundEntry(entry)));
    if (repeated !== undefined) return err([problem('OUT-RED-002', { said: repeated, record: record.id })]);
    named.push(made);
  }
  if (named.length === 0) return err([problem('OUT-VAL-001', { field: 'Entries' })]);
  return decided(target, scope, { kind: 'redact', entries: named, reason: reason.trim() });
}

/** RED-102: another administrator confirms or declines. */
export async function decideAnswer(
  { order: ref, answer }: Extract<Command, { kind: 'answerRedaction' }>,
  target: Target,
  scope: Scope,
): Promise<Decided> {
  const { actor } = scope.environment;
  const { record } = target;
  const { number } = record;
  const doing = `${answer} the redaction of ${number}`;
  const refused = refusal(redacting, actor, record, doing) ?? ownAccount(record, scope.environment, doing);
  if (refused) return err([refused]);
  const known = await sortedEntries(record.id, scope);
  const order = redactionsIn(known).find((other) => other.ref === ref);
  const cannot = (reason: string) => err([problem('OUT-RED-003', { number, reason, record: record.id })]);
  if (!order) return cannot('it is not on this device.');
  if (order.state !== 'open') return cannot(`it was ${order.state} already.`);
  if (order.askedBy === actor.id) {
    const where = { record: record.id, role: 'administrator', right: redacting.label };
    return err([problem('OUT-PER-004', { action: doing, reason: 'asked for it yourself', ...where })]);
  }
  if (answer === 'confirm' && !isAsNamed(order, known)) {
    return cannot('it names an entry that is not on this device, or is not what stands here.');
  }
  return decided(target, scope, { kind: answer, of: ref });
}

/** RED-108: the key that an account names proves who gave an order, so whoever gives it needs their own whole. */
function ownAccount(record: RecordView, { actor }: Environment, action: string): Problem | undefined {
  if (record.type !== 'account' || record.fields['person'] !== actor.id) return undefined;
  const where = { record: record.id, role: 'administrator', right: redacting.label };
  return problem('OUT-PER-004', { action, reason: 'are the person whose account it is', ...where });
}

async function sortedEntries(record: string, scope: Scope): Promise<readonly Entry[]> {
  return [...(await scope.entries(record))].sort(compareEntries);
}

function namedEntry({ type }: Target, entry: Entry): RedactedEntry | undefined {
  if (entry.body.kind === 'redacted') return undefined;
  const keep = fieldsThatStay(type, soundEntry(entry));
  const stub = stubOf(entry, keep);
  return stub && { entry: refOf(entry), keep, stub: stubDigest(stub) };
}

/** Does the order say of each entry what would be left of it? Else contents would go that nobody could tell from withheld ones. */
function isAsNamed({ entries }: Redaction, known: readonly Entry[]): boolean {
  return entries.every(({ entry: ref, keep, stub }) => {
    const entry = known.find((other) => refOf(other) === ref);
    const left = entry && stubOf(entry, keep);
    return left !== undefined && stubDigest(left) === stub;
  });
}

function notRedactable(number: string, entry: Entry | undefined, isOrdered: boolean): Problem {
  const reason = !entry
    ? 'it is not on this device.'
    : isOrdered || entry.body.kind === 'redacted'
      ? 'there is an order for it already.'
      : 'it holds no contents.';
  return problem('OUT-RED-001', { number, reason });
}

function repeatedIn(reason: string, texts: readonly string[]): string | undefined {
  const said = reason.toLowerCase();
  return texts.find((text) => text.length >= shortestRepeated && said.includes(text.trim().toLowerCase()));
}

function decided(target: Target, { environment }: Scope, body: EntryBody): Decided {
  const drafts = [draftOf(environment, target.state, body)];
  return ok({ record: target.record.id, drafts, followUps: noFollowUps });
}

/** Entries that a person may name, of those that count: they hold contents and no order names them. */
export function redactableRefs(sorted: readonly Entry[]): ReadonlySet<EntryRef> {
  const ordered = redactionsIn(sorted)
    .filter(({ state }) => state === 'open' || state === 'confirmed')
    .flatMap(({ entries }) => entries.map(({ entry }) => entry));
  const having = sorted.filter((entry) => entry.body.kind !== 'redacted' && stubOf(entry, []) !== undefined);
  return new Set(having.map(refOf).filter((ref) => !ordered.includes(ref)));
}
