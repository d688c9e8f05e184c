import type { Account, Data } from '#renderer/data/data.ts';
import { mustDo } from './must-do.ts';

/** Gives an account another passphrase; the one before opens devices only that have not heard of it yet. @throws ProblemError */
export async function setPassphrase(
  data: Data,
  { record }: Pick<Account, 'record'>,
  passphrase: string,
): Promise<void> {
  const credential = JSON.stringify(await data.access.makeCredential(passphrase));
  await mustDo(data, { kind: 'edit', record, fields: { credential } });
  await data.access.follow();
}
