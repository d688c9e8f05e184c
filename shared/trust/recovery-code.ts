import { encodeBase32Of128, decodeBase32Of128, normaliseBase32 } from '../kernel/base32.ts';
import { hashBytes } from '../kernel/canonical.ts';
import { encodeUtf8, platformRandom, type RandomSource } from '../kernel/platform.ts';
import { grantPairOf, type GrantPair } from './grant.ts';

const secretBytes = 16;
const checkLength = 2;

/** 128 random bits for people to keep on paper: seven groups of four letters and digits that cannot be misheard. */
export function newRecoveryCode(random: RandomSource = platformRandom): string {
  const body = encodeBase32Of128(random(secretBytes));
  return (body + checkOf(body)).toUpperCase().replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** The pair that a code stands for. @returns undefined for a code that was mistyped. */
export function recoveryPair(code: string): GrantPair | undefined {
  const text = normaliseBase32(code.replaceAll(/[\s-]/g, ''));
  if (text === undefined) return undefined;
  const body = text.slice(0, -checkLength);
  const secret = new Uint8Array(secretBytes);
  if (text.slice(-checkLength) !== checkOf(body) || !decodeBase32Of128(body, secret)) return undefined;
  return grantPairOf(hashBytes(new Uint8Array([...encodeUtf8('outpost-recovery/1'), ...secret])));
}

/** Tells a mistyped code from one of another unit. */
function checkOf(body: string): string {
  const [first = 0, second = 0] = hashBytes(encodeUtf8(`outpost-recovery-check/1 ${body}`));
  const digits = encodeBase32Of128(new Uint8Array([...new Uint8Array(14), first, second]));
  return digits.slice(-checkLength);
}
