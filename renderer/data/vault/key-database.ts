import { Dexie, type Table } from 'dexie';
import type { Credential } from '#shared/trust/credential.ts';
import type { Factor } from '#shared/trust/factor.ts';

/** A way in: the device's keys, granted to whoever opens the credential. */
export interface CredentialSlot {
  /** Record id of the person; `code` for the one-time code that a laptop is joining a unit with. */
  readonly id: string;
  readonly kind: 'person' | 'code';
  /** As the sign-in shows it. */
  readonly name: string;
  readonly credential: Credential;
  /** What is asked for besides the passphrase, on this device. */
  readonly factor?: Factor | undefined;
  /** Base64url, as all bytes here: slots are kept as text too. */
  readonly grant: string;
}

/** The way in for the holder of the recovery code. */
export interface RecoverySlot {
  readonly id: 'recovery';
  readonly kind: 'recovery';
  readonly public: string;
  readonly grant: string;
}

/** A device that nobody has set up yet: its keys lie open, and it holds nothing but drafts of the set-up. */
export interface OpenSlot {
  readonly id: 'open';
  readonly kind: 'open';
  readonly ring: string;
}

export type KeySlot = CredentialSlot | RecoverySlot | OpenSlot;

/** Wrong tries at a slot since the last right one. */
export interface AttemptsRow {
  readonly id: string;
  readonly count: number;
  /** Epoch ms of the last. */
  readonly at: number;
}

/**
 * How far the keys of this device have come. `granted`: generation of the newest key that anybody was given; `resealed`: contents
 * are written anew with it; `round`: of the unit's rounds of new keys, the last that this device has followed.
 */
export interface ProgressRow {
  readonly id: 'granted' | 'resealed' | 'round';
  readonly generation: number;
  /** Of the key itself, so that two keys of one generation are told apart. */
  readonly mark?: string;
}

/** The keys of a device's database, beside it: what is needed to open it cannot lie in it. */
export class KeyDatabase extends Dexie {
  declare readonly slots: Table<KeySlot, string>;
  declare readonly attempts: Table<AttemptsRow, string>;
  declare readonly progress: Table<ProgressRow, ProgressRow['id']>;

  /** @param workspace name of the database that the keys are for. */
  constructor(workspace: string) {
    super(`${workspace}-keys`, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ slots: 'id', attempts: 'id', progress: 'id' });
  }
}
