import type { Config } from '#shared/definition/config.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { unitOf } from '#shared/engine/unit.ts';
import { parseCredential } from '#shared/trust/credential.ts';
import type { Holder } from './device-lock.ts';

export interface Account extends Holder {
  /** Record id of the account; `id` is that of the person. */
  readonly record: string;
}

/** Accounts that can sign in, one for a person: of two that were made apart, the first made. @param all records of accounts. */
export function accountsOf(all: readonly RecordView[]): readonly Account[] {
  const accounts = new Map<string, Account>();
  const records = all.filter(({ state }) => state === 'active');
  for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const person = textOf(record, 'person');
    const credential = parseCredential(textOf(record, 'credential'));
    if (!credential || accounts.has(person)) continue;
    const name = textOf(record, 'name');
    accounts.set(person, { id: person, kind: 'person', name, credential, record: record.id });
  }
  return [...accounts.values()];
}

/** Public half of the recovery code's pair, base64url; undefined where the unit has none. */
export function recoveryKeyOf(config: Pick<Config, 'all'>): string | undefined {
  const unit = unitOf(config);
  return (unit && textOf(unit, 'recoveryKey')) || undefined;
}

/** What holders of the recovery code sign with, base64url; undefined for a code that an earlier version made. */
export function recoverySignOf(config: Pick<Config, 'all'>): string | undefined {
  const unit = unitOf(config);
  return (unit && textOf(unit, 'recoverySign')) || undefined;
}
