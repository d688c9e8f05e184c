import type { HubStatus } from '#renderer/data/data.ts';

export type JoinStage =
  /** Nothing has come yet; what there is to fetch is not known. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'fetching'; readonly lacking: number }
  /** All of it is here, and there is no unit in it. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'complete' };

/** How far the records of a unit have come from its hub. */
export function joinStage({ lacking, lastContact }: HubStatus, hasUnit: boolean): JoinStage {
  if (lacking > 0) return { kind: 'fetching', lacking };
  // Before the first exchange is through, nothing lacking only means that nothing is known.
  if (lastContact === undefined) return { kind: 'asking' };
  return { kind: hasUnit ? 'complete' : 'empty' };
}
