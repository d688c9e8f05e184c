import { sha256Hex, toBase64Url } from '#shared/kernel/canonical.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import type { Tokens } from '../storage/shelves/tokens.ts';

/** A new token of 256 bits; its text is given here and never again. */
export async function makeToken(tokens: Tokens, label: string, now: number): Promise<string> {
  const token = `outpost_${toBase64Url(platformRandom(32))}`;
  await tokens.add(sha256Hex(token), label, now);
  return token;
}
