import { problem, type Problem } from '../kernel/errors.ts';

/** Bytes of one attachment. */
export const largestAttachment = 100_000_000;
/** Characters of a file's name, and of a media type. */
export const longestName = 255;

/** Why a file cannot be attached, by its name and size alone: what a page can tell before it reads the file. */
export function attachmentFault(name: string, size: number): Problem | undefined {
  if (name.trim() === '' || name.length > longestName || hasControls(name)) {
    return problem('OUT-ATT-003', { name, longest: longestName });
  }
  if (size > largestAttachment) {
    return problem('OUT-ATT-002', { name, size: megabytes(size), limit: megabytes(largestAttachment) });
  }
  return undefined;
}

export function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}
