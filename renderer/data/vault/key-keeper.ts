import type { KeeperAnswer, KeeperMessage, HeldKeys } from '#shared/trust/keeper-message.ts';

/** Keys in memory outside the page, never on a disk. Where there is no such place, nothing is held. */
export interface KeyKeeper {
  /** Resolves when a page that loads anew would get these. */
  readonly put: (held: HeldKeys) => Promise<void>;
  readonly take: () => Promise<HeldKeys | undefined>;
  readonly forget: () => Promise<void>;
  /** For all else. */
  readonly ask: (message: KeeperMessage) => Promise<KeeperAnswer>;
}

/** A keeper ends soon after the last sign of a window. */
const stayEvery = 15_000;

/** Tells the keeper again and again that there is a window, and what it has to hold: it may have ended meanwhile. */
export function stayingKeeper(ask: KeyKeeper['ask']): KeyKeeper {
  let held: HeldKeys | undefined;
  const tell = async () => {
    await ask(held ? { ask: 'put', held } : { ask: 'stay' });
  };
  // One that does not answer holds nothing: somebody signs in.
  setInterval(() => void tell().catch(() => undefined), stayEvery);
  return {
    put: (keys) => {
      held = keys;
      return tell();
    },
    take: async () => (await ask({ ask: 'take' })).held ?? undefined,
    forget: async () => {
      held = undefined;
      await ask({ ask: 'forget' });
    },
    ask,
  };
}
