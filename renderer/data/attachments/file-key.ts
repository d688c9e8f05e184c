import type { FoldState } from '#shared/changelog/fold-state.ts';

/** Hash, size in bytes and time (epoch ms) of a file that a record names. */
export type FileKey = readonly [hash: string, size: number, at: number];

/** The files that a record names, as its row has them; nothing where there are none. */
export function filesOf({ attachments }: FoldState): { readonly files?: readonly FileKey[] } {
  return attachments ? { files: attachments.map(({ hash, size, at }) => [hash, size, at]) } : {};
}
