import { deriveWithArgon2 } from '#renderer/data/vault/argon2.ts';
import { DeviceLock } from '#renderer/data/vault/device-lock.ts';
import type { KeyKeeper } from '#renderer/data/vault/key-keeper.ts';
import type { OpenDevice } from '#renderer/data/vault/open-device.ts';
import { Pins } from '#renderer/data/vault/pins.ts';
import { dataKeyBytes } from '#shared/trust/aead.ts';
import { KeyHolder } from '#shared/trust/key-holder.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import { Vault } from '#shared/trust/vault.ts';

/** The same in all windows of a test, as in those of one device. */
export const testRing: KeyRing = [{ generation: 1, key: new Uint8Array(dataKeyBytes).fill(7) }];

export function testVault(): Vault {
  return new Vault(testRing);
}

/** A device that nobody has closed yet. */
export function testDevice(workspace: { readonly name: string; readonly vault?: Vault }): OpenDevice {
  const lock = new DeviceLock(workspace.name, { deriveKey: deriveWithArgon2, now: () => Date.now() });
  const keeper = memoryKeeper(new KeyHolder({ wall: () => Date.now(), steady: () => performance.now() }));
  return {
    lock,
    vault: workspace.vault ?? testVault(),
    keeper,
    pins: new Pins({ lock, keeper, deriveKey: deriveWithArgon2 }),
    deriveKey: deriveWithArgon2,
    seat: undefined,
  };
}

/** Keeps keys as the desktop application and the service worker do. */
export function memoryKeeper(holder: KeyHolder): KeyKeeper {
  const ask: KeyKeeper['ask'] = (message) => Promise.resolve(holder.answer(structuredClone(message)));
  return {
    put: async (held) => {
      await ask({ ask: 'put', held });
    },
    take: async () => (await ask({ ask: 'take' })).held ?? undefined,
    forget: async () => {
      await ask({ ask: 'forget' });
    },
    ask,
  };
}

/** Leaves what it is given in the clear, for tests of very many writes that look at something else. */
export class ClearVault extends Vault {
  constructor() {
    super(testRing);
  }

  override seal(_place: string, contents: Uint8Array): Uint8Array {
    return contents;
  }

  override open(_place: string, sealed: Uint8Array): Uint8Array {
    return sealed;
  }
}
