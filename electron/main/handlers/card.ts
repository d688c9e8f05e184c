import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { SmartCard } from '#shared/trust/certificate/smart-card.ts';
import type { Handle } from '../ipc.ts';

/** @param reader absent where this build came without a program for one. */
export function handleCard(handle: Handle, reader: SmartCard | undefined): void {
  const present = () => reader ?? refuse();
  handle('card.chain', () => present().chain());
  handle('card.sign', ([contents]) => present().sign(contents));
  handle('card.agree', ([point]) => present().agree(point));
}

function refuse(): never {
  throw new ProblemError(
    problem('OUT-SHL-001', { action: 'Reading a smart card', instead: 'sign in with the passphrase' }),
  );
}
