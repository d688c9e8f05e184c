import { DAY, MINUTE } from './duration.ts';
import type { Span, WeekPattern } from './service-hours.ts';
import type { OffsetPiece, ZoneRules } from './zone-rules.ts';

/** Openings are worked out and kept in blocks of this length. */
const BLOCK = 366 * DAY;
const FIRST_BLOCK = Math.floor(Date.UTC(1900, 0, 1) / BLOCK);
const LAST_BLOCK = Math.floor(Date.UTC(2200, 0, 1) / BLOCK);
const EARLIEST = FIRST_BLOCK * BLOCK;
const LATEST = (LAST_BLOCK + 1) * BLOCK;

/** Service time as functions of epoch milliseconds. Open is what the wall clock in the zone says (CAL-1). */
export interface ServiceHours {
  /** Service time in [from, to), in milliseconds; 0 when `to` is not after `from`. */
  workingMillis(from: number, to: number): number;
  /**
   * The first instant at which that much service time has passed since `from`; `from` itself for
   * nothing or less. Infinity when that lies beyond the year 2200.
   */
  addWorkingMillis(from: number, amount: number): number;
  isOpen(at: number): boolean;
  /** `at` itself when open, else the next opening; Infinity beyond the year 2200. */
  nextOpen(at: number): number;
}

/** The openings of one block: instants in order, and the service time of the block before each. */
interface Block {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  readonly total: number;
}

/** Turns wall-clock rules into service time over instants. Blocks are made when first looked at. */
export function compileHours(pattern: WeekPattern, zone: ZoneRules): ServiceHours {
  const blocks: (Block | undefined)[] = [];

  function blockAt(index: number): Block {
    const slot = index - FIRST_BLOCK;
    let block = blocks[slot];
    if (block === undefined) {
      block = makeBlock(pattern, zone, index);
      blocks[slot] = block;
    }
    return block;
  }

  function workingMillis(from: number, to: number): number {
    const start = Math.max(from, EARLIEST);
    const end = Math.min(to, LATEST);
    if (!(end > start)) return 0;
    const first = blockIndex(start);
    const last = blockIndex(end);
    let sum = elapsedInBlock(blockAt(last), end) - elapsedInBlock(blockAt(first), start);
    for (let index = first; index < last; index += 1) sum += blockAt(index).total;
    return sum;
  }

  function addWorkingMillis(from: number, amount: number): number {
    if (!(amount > 0)) return from;
    const start = Math.max(from, EARLIEST);
    if (!(start < LATEST)) return Number.POSITIVE_INFINITY;
    let index = blockIndex(start);
    let block = blockAt(index);
    let wanted = amount + elapsedInBlock(block, start);
    while (wanted > block.total) {
      wanted -= block.total;
      index += 1;
      if (index > LAST_BLOCK) return Number.POSITIVE_INFINITY;
      block = blockAt(index);
    }
    // The last opening with less than the wanted time before it: at a border, the earlier one.
    const opening = lastBelow(block.before, wanted);
    return (block.starts[opening] as number) + wanted - (block.before[opening] as number);
  }

  function nextOpen(at: number): number {
    const start = Math.max(at, EARLIEST);
    for (let index = blockIndex(start); index <= LAST_BLOCK; index += 1) {
      const block = blockAt(index);
      const opening = lastAtMost(block.starts, start);
      if (opening >= 0 && start < (block.ends[opening] as number)) return start;
      const following = block.starts[opening + 1];
      if (following !== undefined) return following;
    }
    return Number.POSITIVE_INFINITY;
  }

  return { workingMillis, addWorkingMillis, nextOpen, isOpen: (at) => nextOpen(at) === at };
}

function blockIndex(at: number): number {
  return Math.min(Math.floor(at / BLOCK), LAST_BLOCK);
}

function elapsedInBlock(block: Block, at: number): number {
  const opening = lastAtMost(block.starts, at);
  if (opening < 0) return 0;
  const start = block.starts[opening] as number;
  return (block.before[opening] as number) + Math.min(at, block.ends[opening] as number) - start;
}

/** Index of the last value at or below the limit; −1 when there is none. */
function lastAtMost(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the last value below the limit; −1 when there is none. */
function lastBelow(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function makeBlock(pattern: WeekPattern, zone: ZoneRules, index: number): Block {
  const spans = zone
    .piecesBetween(index * BLOCK, (index + 1) * BLOCK)
    .flatMap((piece) => openInPiece(pattern, piece));
  const starts = new Float64Array(spans.length);
  const ends = new Float64Array(spans.length);
  const before = new Float64Array(spans.length);
  let total = 0;
  spans.forEach(({ from, to }, position) => {
    starts[position] = from;
    ends[position] = to;
    before[position] = total;
    total += to - from;
  });
  return { starts, ends, before, total };
}

/** Within one offset the wall clock runs evenly, so local spans shift to instants as they are. */
function openInPiece(pattern: WeekPattern, { from, to, offset }: OffsetPiece): Span[] {
  const open = subtract(openLocally(pattern, from + offset, to + offset), pattern.closures);
  return open
    .map((span) => ({ from: Math.max(span.from - offset, from), to: Math.min(span.to - offset, to) }))
    .filter((span) => span.from < span.to);
}

/** Openings of every local day that touches [from, to), merged, before holidays. */
function openLocally(pattern: WeekPattern, from: number, to: number): Span[] {
  const merged: Span[] = [];
  let last: Span | undefined;
  // One day earlier, for the shift that began the evening before.
  for (let day = Math.floor(from / DAY) - 1; day * DAY < to; day += 1) {
    // 1 January 1970 was a Thursday, weekday 3 when Monday is 0.
    const weekday = (((day + 3) % 7) + 7) % 7;
    for (const hours of pattern.days[weekday] ?? []) {
      const span = { from: day * DAY + hours.from * MINUTE, to: day * DAY + hours.to * MINUTE };
      if (last !== undefined && span.from <= last.to) {
        last = { from: last.from, to: Math.max(last.to, span.to) };
        merged[merged.length - 1] = last;
      } else {
        last = span;
        merged.push(span);
      }
    }
  }
  return merged;
}

/** Takes the closures out of the openings; both are merged and in order. */
function subtract(openings: readonly Span[], closures: readonly Span[]): Span[] {
  const left: Span[] = [];
  let next = 0;
  for (const opening of openings) {
    while (next < closures.length && (closures[next] as Span).to <= opening.from) next += 1;
    let start = opening.from;
    for (let index = next; index < closures.length; index += 1) {
      const closure = closures[index] as Span;
      if (closure.from >= opening.to) break;
      if (closure.from > start) left.push({ from: start, to: closure.from });
      start = closure.to;
    }
    if (start < opening.to) left.push({ from: start, to: opening.to });
  }
  return left;
}
