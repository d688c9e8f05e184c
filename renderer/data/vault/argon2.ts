import { argon2id } from 'hash-wasm';
import { fromBase64Url } from '#shared/kernel/canonical.ts';
import type { DeriveKey } from '#shared/trust/credential.ts';

/** Argon2id in WebAssembly; takes some hundred milliseconds of the thread that calls. 32 bytes. */
export const deriveWithArgon2: DeriveKey = (passphrase, { memory, passes, lanes, salt }) =>
  argon2id({
    password: passphrase,
    salt: fromBase64Url(salt) ?? new Uint8Array(),
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
