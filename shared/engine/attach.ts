import { problem, type Problem } from '../kernel/errors.ts';
import { err, ok } from '../kernel/result.ts';
import type { AttachBody } from '../changelog/entry.ts';
import type { Command } from './commands.ts';
import { draftOf, noFollowUps, type Asked, type Decided, type Target } from './decision.ts';
import { refusal } from './permit.ts';
import type { Scope } from './scope.ts';

/** Bytes of one attachment. */
export const largestAttachment = 100_000_000;
/** Characters of a file's name, and of a media type. */
const longestName = 255;

/** Why a file cannot be attached, by its name and size alone: what a page can tell before it reads the file. */
export function attachmentFault(name: string, size: number): Problem | undefined {
  if (name.trim() === '' || name.length > longestName || hasControls(name)) {
    return problem('OUT-ATT-003', { name, longest: longestName });
  }
  if (size <= 0) return problem('OUT-ATT-001', { name });
  if (size > largestAttachment) {
    return problem('OUT-ATT-002', { name, size: megabytes(size), limit: megabytes(largestAttachment) });
  }
  return undefined;
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
  if (!/^[0-9a-f]{64}$/.test(hash) || !Number.isSafeInteger(size)) {
    return err([
      problem('OUT-VAL-002', { field: 'Hash', expected: 'a SHA-256 in hexadecimal', value: hash }),
    ]);
  }
  const mediaType = command.type.length > longestName || hasControls(command.type) ? '' : command.type;
  const body: AttachBody = { kind: 'attach', name, size, type: mediaType, hash, audience };
  return ok({ record: record.id, drafts: [draftOf(environment, state, body)], followUps: noFollowUps });
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}
