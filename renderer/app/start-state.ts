import type { Problem } from '#shared/kernel/errors.ts';

export type StartState =
  | { readonly kind: 'opening' }
  /** Another window holds the database; goes on by itself. */
  | { readonly kind: 'blocked'; readonly problem: Problem }
  /** Anything that was thrown. */
  | { readonly kind: 'failed'; readonly error: unknown };
