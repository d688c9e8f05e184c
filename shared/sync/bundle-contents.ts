import type { BundleContents } from './bundle-body.ts';
import {
  holdBytes,
  leastPiece,
  mostPieceBytes,
  pieceOverhead,
  type FilePiece,
  type FileSource,
} from './bundle-files.ts';
import type { PackedRun } from './run.ts';

interface ContentsOrder {
  readonly runs: AsyncIterable<PackedRun> | Iterable<PackedRun>;
  readonly files?: AsyncIterable<FileSource> | Iterable<FileSource>;
  readonly holds?: readonly string[];
}

interface Cut {
  readonly contents: BundleContents;
  readonly isLast: boolean;
}

/** Most that a run takes beyond its bytes. */
const runOverhead = 72;

/** One part while it is being filled. */
class Filling {
  readonly runs: PackedRun[] = [];
  readonly pieces: FilePiece[] = [];
  readonly holds: readonly string[];
  #size: number;
  #pieceBytes = 0;

  constructor(holds: readonly string[]) {
    this.holds = holds;
    this.#size = holds.length * holdBytes;
  }

  get isEmpty(): boolean {
    return this.runs.length + this.pieces.length === 0;
  }

  takes(run: PackedRun, room: number): boolean {
    return this.isEmpty || this.#size + run.bytes.length + runOverhead <= room;
  }

  addRun(run: PackedRun): void {
    this.runs.push(run);
    this.#size += run.bytes.length + runOverhead;
  }

  /** Bytes of a piece that still fit. */
  roomFor(left: number, room: number): number {
    const fitting = Math.min(room - this.#size - pieceOverhead, mostPieceBytes - this.#pieceBytes, left);
    const least = Math.min(left, leastPiece);
    if (fitting >= least) return fitting;
    return this.isEmpty ? least : -1;
  }

  addPiece(piece: FilePiece): void {
    this.pieces.push(piece);
    this.#size += piece.bytes.length + pieceOverhead;
    this.#pieceBytes += piece.bytes.length;
  }
}

/** Divides what a bundle brings over its parts: runs first, then attachments. At any time one part is in memory, and there is at least one. */
export async function* partsOf(
  { runs, files = [], holds = [] }: ContentsOrder,
  room: number,
): AsyncGenerator<Cut> {
  let part = new Filling(holds);
  for await (const run of runs) {
    if (!part.takes(run, room)) {
      yield { contents: part, isLast: false };
      part = new Filling([]);
    }
    part.addRun(run);
  }
  for await (const { hash, size, read } of files) {
    for (let offset = 0; offset === 0 || offset < size;) {
      const most = part.roomFor(size - offset, room);
      if (most < 0) {
        yield { contents: part, isLast: false };
        part = new Filling([]);
        continue;
      }
      const bytes = await read(offset, most);
      if (bytes.length < most) break;
      part.addPiece({ hash, size, offset, bytes });
      offset += bytes.length;
      if (size === 0) break;
    }
  }
  yield { contents: part, isLast: true };
}
