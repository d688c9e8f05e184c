/** Crockford's base32: no i, l, o, u, so that a number read over a radio cannot be misheard. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Writes 16 bytes as 26 characters that sort as the bytes do. */
export function encodeBase32Of128(bytes: Uint8Array): string {
  // Two zero bits go in front: 26 characters hold 130 bits.
  let text = '';
  let pending = 0;
  let bits = 2;
  for (let index = 0; index < 16; index += 1) {
    pending = (pending << 8) | (bytes[index] ?? 0);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((pending >>> bits) & 31);
    }
    pending &= (1 << bits) - 1;
  }
  return text;
}

const values = new Int8Array(128).fill(-1);
for (let value = 0; value < 32; value += 1) values[alphabet.charCodeAt(value)] = value;

/** Reads what `encodeBase32Of128` wrote into 16 bytes of `target`. @returns false, and writes nothing of use, for any other text. */
export function decodeBase32Of128(text: string, target: Uint8Array): boolean {
  if (text.length !== 26) return false;
  let pending = 0;
  // The first character holds three bits.
  let bits = -2;
  let written = 0;
  for (let place = 0; place < 26; place += 1) {
    const value = values[text.charCodeAt(place)] ?? -1;
    if (value < 0 || (place === 0 && value > 7)) return false;
    pending = (pending << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    target[written] = pending >> bits;
    written += 1;
    pending &= (1 << bits) - 1;
  }
  return true;
}

/** As many random base32 characters as asked, from that many bytes. */
export function base32FromBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += alphabet.charAt(byte & 31);
  return text;
}

/**
 * Lower-cases and mends what people mistype (o for 0, i and l for 1).
 * @returns undefined when a character is not in the alphabet.
 */
export function normaliseBase32(text: string): string | undefined {
  const mended = text.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return /^[0-9a-hjkmnp-tv-z]+$/.test(mended) ? mended : undefined;
}
