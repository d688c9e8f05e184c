import { problem, ProblemError } from '../kernel/errors.ts';
import { seal, unseal } from './aead.ts';
import type { DataKey, KeyRing } from './key-ring.ts';

const headBytes = 4;

/** Opens what `seal` made, by a faster way of the platform. Undefined where it does not open. */
export type UnsealLarge = (
  key: Uint8Array,
  place: string,
  sealed: Uint8Array,
) => Promise<Uint8Array | undefined>;

/** Encrypts what a device keeps, and opens it again. Each sealed piece begins with the generation of its key. */
export class Vault {
  #ring: KeyRing;
  #byGeneration: ReadonlyMap<number, DataKey>;

  constructor(ring: KeyRing) {
    this.#ring = ring;
    this.#byGeneration = byGeneration(ring);
  }

  get ring(): KeyRing {
    return this.#ring;
  }

  /** Goes on with other keys; what is written from now on is written with the last of them. */
  take(ring: KeyRing): void {
    this.#ring = ring;
    this.#byGeneration = byGeneration(ring);
  }

  /** Generation of the key that is written with. */
  get generation(): number {
    return newest(this.#ring).generation;
  }

  /** @param place what the contents are and where they stand: they open there only. */
  seal(place: string, contents: Uint8Array): Uint8Array {
    const { generation, key } = newest(this.#ring);
    const body = seal(key, place, contents);
    const sealed = new Uint8Array(headBytes + body.length);
    new DataView(sealed.buffer).setUint32(0, generation);
    sealed.set(body, headBytes);
    return sealed;
  }

  /** @throws ProblemError OUT-KEY-001 with another key, for another place, or where a byte was altered. */
  open(place: string, sealed: Uint8Array): Uint8Array {
    const { key, body } = this.#lockOf(place, sealed);
    const contents = unseal(key, place, body);
    if (!contents) throw new ProblemError(problem('OUT-KEY-001', { place }));
    return contents;
  }

  /** The same, where time counts and may be waited for. @param unsealLarge does what `unseal` does. @throws as `open` */
  async openLarge(place: string, sealed: Uint8Array, unsealLarge: UnsealLarge): Promise<Uint8Array> {
    const { key, body } = this.#lockOf(place, sealed);
    const contents = await unsealLarge(key, place, body);
    if (!contents) throw new ProblemError(problem('OUT-KEY-001', { place }));
    return contents;
  }

  #lockOf(place: string, sealed: Uint8Array): { readonly key: Uint8Array; readonly body: Uint8Array } {
    const key = this.#byGeneration.get(generationOf(sealed) ?? -1)?.key;
    if (!key) throw new ProblemError(problem('OUT-KEY-001', { place }));
    return { key, body: sealed.subarray(headBytes) };
  }
}

/** Of the key that a piece is sealed with; undefined where it is none. */
export function generationOf(sealed: Uint8Array): number | undefined {
  if (sealed.length < headBytes) return undefined;
  return new DataView(sealed.buffer, sealed.byteOffset).getUint32(0);
}

function newest(ring: KeyRing): DataKey {
  return ring.at(-1) ?? ring[0];
}

function byGeneration(ring: KeyRing): ReadonlyMap<number, DataKey> {
  return new Map(ring.map((one) => [one.generation, one]));
}
