import { fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import type { Directory } from '#shared/sync/directory.ts';
import type { DirectoryJson } from './hub.ts';

/** For answers that are JSON. */
export function directoryToJson({ replicas, signature, ...rest }: Directory): DirectoryJson {
  return {
    ...rest,
    replicas: replicas.map(({ signKey, boxKey, ...known }) => ({
      ...known,
      signKey: toBase64Url(signKey),
      boxKey: toBase64Url(boxKey),
    })),
    signature: toBase64Url(signature),
  };
}

/** What `directorySchema` let pass, with its keys as bytes. The signature is still to be checked (`verifyDirectory`). */
export function directoryFromJson({ replicas, signature, ...rest }: DirectoryJson): Directory {
  return {
    ...rest,
    replicas: replicas.map(({ signKey, boxKey, revokedAt, ...known }) => ({
      ...known,
      signKey: keyOf(signKey),
      boxKey: keyOf(boxKey),
      ...(revokedAt === undefined ? {} : { revokedAt }),
    })),
    signature: keyOf(signature),
  };
}

/** A text that is no base64url gives no bytes, which fit no key and no signature. */
function keyOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}
