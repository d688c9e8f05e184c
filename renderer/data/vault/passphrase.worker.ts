import { deriveWithArgon2 } from './argon2.ts';
import type { DeriveCall } from './derive-call.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data: { passphrase, derivation } }: MessageEvent<DeriveCall>) => {
  void deriveWithArgon2(passphrase, derivation).then(
    (key) => scope.postMessage({ key }),
    (error: unknown) => scope.postMessage({ fault: error instanceof Error ? error.message : String(error) }),
  );
};
