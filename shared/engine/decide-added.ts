import { problem } from '../kernel/errors.ts';
import { err, ok } from '../kernel/result.ts';
import type { AttachBody, NoteBody } from '../changelog/entry.ts';
import { attachmentFault, hasControls, longestName } from './attach.ts';
import { carriedNotes } from './carry.ts';
import type { Command } from './commands.ts';
import { draftOf, noFollowUps, type Asked, type Decided, type Target } from './decision.ts';
import { refusal } from './permit.ts';
import type { Scope } from './scope.ts';

/** Judges a note. */
export function decideNote(
  command: Extract<Command, { kind: 'note' }>,
  asked: Asked,
  { state, record, type }: Target,
  { environment }: Scope,
): Decided {
  const doing = `add a note to ${record.number}`;
  const refused = asked === 'person' ? refusal(type.note, environment.actor, record, doing) : undefined;
  if (refused) return err([refused]);
  const { text, audience, minutes } = command;
  if (!text.trim()) return err([problem('OUT-VAL-001', { field: 'Note' })]);
  if (minutes !== undefined && !(Number.isSafeInteger(minutes) && minutes >= 0)) {
    return err([
      problem('OUT-VAL-006', { field: 'Minutes', value: minutes, range: 'a whole number from 0' }),
    ]);
  }
  const body: NoteBody = { kind: 'note', text, audience, ...(minutes === undefined ? {} : { minutes }) };
  return ok({ record: record.id, drafts: [draftOf(environment, state, body)], followUps: noFollowUps });
}

/** Who may add a note may add a file. */
export function decideAttach(
  command: Extract<Command, { kind: 'attach' }>,
  asked: Asked,
  { state, record, type }: Target,
  { environment }: Scope,
): Decided {
  const doing = `attach a file to ${record.number}`;
  const refused = asked === 'person' ? refusal(type.note, environment.actor, record, doing) : undefined;
  if (refused) return err([refused]);
  const { name, size, hash, audience } = command;
  const fault = attachmentFault(name, size);
  if (fault) return err([fault]);
  if (!/^[0-9a-f]{64}$/.test(hash) || !Number.isSafeInteger(size) || size < 0) {
    return err([
      problem('OUT-VAL-002', { field: 'Hash', expected: 'a SHA-256 in hexadecimal', value: hash }),
    ]);
  }
  const mediaType = command.type.length > longestName || hasControls(command.type) ? '' : command.type;
  const body: AttachBody = { kind: 'attach', name, size, type: mediaType, hash, audience };
  return ok({ record: record.id, drafts: [draftOf(environment, state, body)], followUps: noFollowUps });
}

/** Adds the notes and files of another record. */
export async function decideCarry(from: string, { state, record }: Target, scope: Scope): Promise<Decided> {
  const drafts = await carriedNotes(from, state, scope);
  return ok({ record: record.id, drafts, followUps: noFollowUps });
}
