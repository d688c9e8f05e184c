import type { Access, Data } from '#renderer/data/data.ts';
import { mustDo } from './must-do.ts';
import { showRecoveryCode } from './recovery-code.ts';

/** The first account of a unit that has records already, and its recovery code. @throws ProblemError */
export async function closeUnit(
  data: Data,
  access: Access,
  { id, name }: { readonly id: string; readonly name: string },
  passphrase: string,
): Promise<void> {
  const { credential, secret } = await access.makeCredential(passphrase);
  const recovery = access.makeRecovery();
  const fields = { name, person: id, credential: JSON.stringify(credential) };
  await mustDo(data, { kind: 'create', type: 'account', fields });
  const { unit } = data;
  if (unit) await mustDo(data, { kind: 'edit', record: unit.id, fields: recovery.fields });
  showRecoveryCode(recovery.code);
  await access.close([{ id, kind: 'person', name, credential }], secret, recovery.fields.recoveryKey);
}
