import type { KeyDerivation } from '#shared/trust/credential.ts';
import { deriveWithArgon2 } from './argon2.ts';

export interface DeriveCall {
  readonly passphrase: string;
  readonly derivation: KeyDerivation;
}

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data: { passphrase, derivation } }: MessageEvent<DeriveCall>) => {
  void deriveWithArgon2(passphrase, derivation).then(
    (key) => scope.postMessage({ key }),
    (error: unknown) => scope.postMessage({ fault: error instanceof Error ? error.message : String(error) }),
  );
};
