import type { TextField } from './text/text-index.ts';

const separator = 0x1f;

/** A number of 53 bits that tells one state of a record's texts from another (cyrb53): equal texts have equal marks. */
export function markOf(texts: readonly TextField[]): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const mix = (code: number) => {
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  };
  for (const { name, text } of texts) {
    for (let index = 0; index < name.length; index += 1) mix(name.charCodeAt(index));
    mix(separator);
    for (let index = 0; index < text.length; index += 1) mix(text.charCodeAt(index));
    mix(separator);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
