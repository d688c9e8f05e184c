import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { ConfigCache } from '../config-cache.ts';
import type { OutpostDatabase } from '../database.ts';
import type { IndexClient } from '../index/index-client.ts';
import type { WriterParts } from '../writer-parts.ts';
import { Access, type AccessParts } from './access.ts';
import { JudgedAccounts } from './judged-accounts.ts';
import type { OpenDevice } from './open-device.ts';
import { Voucher } from './voucher.ts';

export interface TrustParts extends Pick<AccessParts, 'onKeys' | 'onElsewhere'> {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly device: OpenDevice;
  readonly config: ConfigCache;
  readonly index: Pick<IndexClient, 'idsOf'>;
}

/** Who may open this device, who is at the desk, and what they have to say before they write. */
export function startTrust({
  database,
  catalogue,
  device,
  config,
  index,
  onKeys,
  onElsewhere,
}: TrustParts): Pick<WriterParts, 'owedVouch'> & { readonly access: Access } {
  const judged = new JudgedAccounts({ database, catalogue, people: () => index.idsOf('person') });
  const access = new Access(database.name, {
    ...device,
    config: () => config.current,
    judgedAccounts: () => judged.read(),
    onConfig: (listener) => config.subscribe(listener),
    onKeys,
    onElsewhere,
  });
  const voucher = new Voucher({
    database,
    accounts: () => access.accounts(),
    seat: () => access.seat,
    recovery: () => access.recovery,
    recoverySign: () => access.recoverySign,
  });
  return { access, owedVouch: (person, replica) => voucher.owed(person, replica) };
}
