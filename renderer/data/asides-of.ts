import type { FoldState } from '#shared/changelog/fold-state.ts';

/** How many entries of a record hubs set aside, as its row has it; nothing where there are none. */
export function asidesOf({ aside }: FoldState): { readonly asides?: number } {
  return aside ? { asides: Object.keys(aside).length } : {};
}
