import { deflateSync, Inflate } from 'fflate';
import { PackFault } from './byte-reader.ts';

/** Below this size deflating does not pay. */
const smallest = 256;
/** Inflated a slice at a time, so that a bomb is stopped after some megabytes. */
const slice = 8192;

/** The bytes deflated; undefined where that would not make them smaller. */
export function deflated(bytes: Uint8Array, level: DeflateLevel = 6): Uint8Array | undefined {
  if (bytes.length < smallest) return undefined;
  const smaller = deflateSync(bytes, { level });
  return smaller.length < bytes.length - 2 ? smaller : undefined;
}

export type DeflateLevel = 1 | 3 | 6 | 9;

/** @param size of the result, exactly. @throws PackFault where the bytes are damaged or hold more or less. */
export function inflated(bytes: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new PackFault('it inflates to more than it says');
    result.set(chunk, length);
    length += chunk.length;
  });
  for (let start = 0; start < bytes.length; start += slice) {
    const end = Math.min(start + slice, bytes.length);
    stream.push(bytes.subarray(start, end), end === bytes.length);
  }
  if (length < size) throw new PackFault('it inflates to less than it says');
  return result;
}
