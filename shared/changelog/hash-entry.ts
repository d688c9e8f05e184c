import { hashCanonical, toBase64Url } from '../kernel/canonical.ts';
import type { Entry } from './entry.ts';

/** Base64url SHA-256 over the entry's canonical JSON; the next entry of the replica names it as `prev`. */
export function hashEntry(entry: Entry): string {
  return toBase64Url(hashCanonical(entry));
}
