import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { SmartCard } from '#shared/trust/certificate/smart-card.ts';
import { KeyHolder } from '#shared/trust/key-holder.ts';
import type { Handle } from '../ipc.ts';

export interface TrustParts {
  /** Keys stay in the memory of this process while the window is open, never on a disk. */
  readonly keyHolder: KeyHolder;
  /** Smart cards (CAC, PIV); absent where no program for readers came with this build. */
  readonly cardReader?: SmartCard | undefined;
}

export function newKeyHolder(): KeyHolder {
  return new KeyHolder({ wall: () => Date.now(), steady: () => performance.now() });
}

export function handleTrust(handle: Handle, { keyHolder, cardReader }: TrustParts): void {
  handle('keeper.ask', ([message]) => keyHolder.answer(message));
  const reader = () => cardReader ?? refuse();
  handle('card.chain', () => reader().chain());
  handle('card.sign', ([contents]) => reader().sign(contents));
  handle('card.agree', ([point]) => reader().agree(point));
}

function refuse(): never {
  throw new ProblemError(
    problem('OUT-SHL-001', { action: 'Reading a smart card', instead: 'sign in with the passphrase' }),
  );
}
