import type { LockedDevice, OpenDevice } from '#renderer/data/data.ts';
import type { Problem } from '#shared/kernel/errors.ts';

export type StartState =
  | { readonly kind: 'opening' }
  /** Somebody has to sign in first. */
  | { readonly kind: 'locked'; readonly device: LockedDevice; readonly onOpen: (device: OpenDevice) => void }
  /** Another window holds the database; goes on by itself. */
  | { readonly kind: 'blocked'; readonly problem: Problem }
  /** Anything that was thrown. */
  | { readonly kind: 'failed'; readonly error: unknown };
