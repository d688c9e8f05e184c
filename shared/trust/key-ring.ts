import { platformRandom, type RandomSource } from '../kernel/platform.ts';
import { dataKeyBytes } from './aead.ts';

/** A key that the contents of one device are encrypted with. */
export interface DataKey {
  /** 1, 2, 3 …: contents say which one they need. */
  readonly generation: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** All data keys of a device that are in use, ascending; what is written is written with the last. */
export type KeyRing = readonly [DataKey, ...DataKey[]];

/** A new key behind those of the ring. */
export function newDataKey(ring: readonly DataKey[], random: RandomSource = platformRandom): DataKey {
  return { generation: (ring.at(-1)?.generation ?? 0) + 1, key: random(dataKeyBytes) };
}

const lengthOfOne = 4 + dataKeyBytes;

export function encodeRing(ring: KeyRing): Uint8Array {
  const bytes = new Uint8Array(ring.length * lengthOfOne);
  const view = new DataView(bytes.buffer);
  ring.forEach(({ generation, key }, index) => {
    view.setUint32(index * lengthOfOne, generation);
    bytes.set(key, index * lengthOfOne + 4);
  });
  return bytes;
}

/** @returns undefined where the bytes are none. */
export function decodeRing(bytes: Uint8Array): KeyRing | undefined {
  if (bytes.length === 0 || bytes.length % lengthOfOne !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first, ...others] = Array.from({ length: bytes.length / lengthOfOne }, (_, index): DataKey => {
    const at = index * lengthOfOne;
    return { generation: view.getUint32(at), key: bytes.slice(at + 4, at + lengthOfOne) };
  });
  return first && [first, ...others];
}
