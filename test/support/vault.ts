import { dataKeyBytes } from '#shared/trust/aead.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import { Vault } from '#shared/trust/vault.ts';

/** The same in all windows of a test, as in those of one device. */
export const testRing: KeyRing = [{ generation: 1, key: new Uint8Array(dataKeyBytes).fill(7) }];

export function testVault(): Vault {
  return new Vault(testRing);
}
