/** Sizes within a factor of two are of one class, so that a new picture goes before an old one that is a little smaller. */
export function sizeClass(bytes: number): number {
  return Math.floor(Math.log2(Math.max(1, bytes)));
}

/** A content by what orders it; `at` is larger the newer it is: a time, or a number of arrival. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  readonly at: number;
}

/** The order in which contents travel: small before large and, of about one size, new before old. */
export function smallAndNewFirst(a: FileFacts, b: FileFacts): number {
  return sizeClass(a.size) - sizeClass(b.size) || b.at - a.at;
}

/** Contents, and their bytes together. */
export interface FileTally {
  readonly count: number;
  readonly bytes: number;
}

/** What a bundle brings of attachments where nobody said otherwise, bytes of each at most. */
export const usualLargestFile = 10_000_000;

export const noFiles: FileTally = { count: 0, bytes: 0 };

export function tallyOf(files: readonly { readonly size: number }[]): FileTally {
  return { count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

export function addTallies(a: FileTally, b: FileTally): FileTally {
  return { count: a.count + b.count, bytes: a.bytes + b.bytes };
}
