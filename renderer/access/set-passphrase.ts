import type { Account, Data } from '#renderer/data/data.ts';
import { mustDo } from './must-do.ts';

/** Gives an account another passphrase; the one before opens devices only that have not heard of it yet. @throws ProblemError */
export async function setPassphrase(
  data: Data,
  { id, record }: Pick<Account, 'id' | 'record'>,
  passphrase: string,
): Promise<void> {
  const made = await data.access.makeCredential(passphrase);
  const credential = JSON.stringify(made.credential);
  await mustDo(data, { kind: 'edit', record, fields: { credential } });
  if (id === data.access.person) data.access.renew(made);
  await data.access.follow();
}
