import { hashCanonical, toBase64Url } from '../kernel/canonical.ts';
import type { Entry } from './entry.ts';

const hashPattern = /^[\w-]{43}$/;

/**
 * Base64url SHA-256 over the entry's canonical JSON; the next entry of the replica names it as `prev`. Where the contents were removed, the
 * hash that the entry had with them: whether what is left belongs to it, only an order tells (`stubDigest`).
 */
export function hashEntry(entry: Entry): string {
  return keptHash(entry) ?? toBase64Url(hashCanonical(entry));
}

function keptHash({ body }: Entry): string | undefined {
  if (body.kind !== 'redacted') return undefined;
  const hash: unknown = body.hash;
  return typeof hash === 'string' && hashPattern.test(hash) ? hash : undefined;
}
