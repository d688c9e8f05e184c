import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { SmartCard } from '#shared/trust/certificate/smart-card.ts';
import { openThrough } from '#shared/trust/factor.ts';
import { askAuthenticator } from './authenticator.ts';
import type { DeviceLockParts } from './device-lock.ts';
import { verifyRsa } from './verify-rsa.ts';

/**
 * Asks for the things that people hold.
 * @param card of this shell's reader; where there is none, the reason why as one sentence.
 */
export function factorOpener(
  card: SmartCard | string,
  now: () => number,
): NonNullable<DeviceLockParts['openFactor']> {
  return async (factor, name, place, grant) => {
    if (factor.kind === 'authenticator') {
      return openThrough(await askAuthenticator(factor, name), place, grant);
    }
    if (typeof card === 'string') throw new ProblemError(problem('OUT-KEY-014', { name, reason: card }));
    // What reads certificates is large, and only for those who have a card.
    const { openCard } = await import('#shared/trust/certificate/open-card.ts');
    return openCard(card, factor, { at: now(), verifyRsa }, place, grant);
  };
}
