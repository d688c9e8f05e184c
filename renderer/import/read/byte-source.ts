/** The bytes of a file, read at once: inside a database transaction nothing may be waited for. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes from `from` up to and without `to`. */
  readonly read: (from: number, to: number) => Uint8Array;
}

/** A source over bytes in memory. */
export function bytesOf(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

/** Pieces that a file is read in: large enough to be fast, small enough to show progress. */
export const pieceSize = 1 << 20;

/** The pieces of a source in order. */
export function* pieces(source: ByteSource, size: number = pieceSize): Generator<Uint8Array> {
  for (let from = 0; from < source.size; from += size) {
    yield source.read(from, Math.min(source.size, from + size));
  }
}
