import { Temporal } from 'temporal-polyfill';
import { DAY } from './duration.ts';
import { problem, type Problem } from './errors.ts';
import { err, ok, type Result } from './result.ts';

/** Offsets are looked up and kept in spans of this length, in milliseconds. */
const SPAN = 366 * DAY;
const LARGEST_INSTANT = 8.64e15;

/** A stretch of time [from, to) in epoch milliseconds with one offset from UTC, in milliseconds. */
export interface OffsetPiece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** How a local time met the clock changes: once, never (skipped), or twice (repeated). */
export type LocalTimeKind = 'plain' | 'skipped' | 'repeated';

/**
 * The offsets of one time zone, from the platform's IANA data. Local times are milliseconds as
 * if the wall clock were UTC. After the first look at a year, lookups cost no Temporal call.
 */
export class ZoneRules {
  readonly zone: string;
  private readonly spans = new Map<number, readonly OffsetPiece[]>();

  constructor(zone: string) {
    this.zone = zone;
  }

  /** Local time minus UTC at an instant, in milliseconds. */
  offsetAt(at: number): number {
    const pieces = this.spanAt(Math.floor(at / SPAN));
    let index = pieces.length - 1;
    while (index > 0 && (pieces[index] as OffsetPiece).from > at) index -= 1;
    return (pieces[index] as OffsetPiece).offset;
  }

  /** The pieces that cover [from, to), cut to it, in order. */
  piecesBetween(from: number, to: number): OffsetPiece[] {
    const found: OffsetPiece[] = [];
    for (let span = Math.floor(from / SPAN); span * SPAN < to; span += 1) {
      for (const piece of this.spanAt(span)) {
        const start = Math.max(piece.from, from);
        const end = Math.min(piece.to, to);
        if (start < end) found.push({ from: start, to: end, offset: piece.offset });
      }
    }
    return found;
  }

  /**
   * The instant of a local time. A skipped one moves forward by the length of the gap; of a
   * repeated one the first is meant (CAL-13).
   */
  toInstant(local: number): { at: number; kind: LocalTimeKind } {
    const before = this.offsetAt(local - DAY);
    const after = this.offsetAt(local + DAY);
    const isBeforeValid = this.offsetAt(local - before) === before;
    if (before === after) return { at: local - before, kind: 'plain' };
    const isAfterValid = this.offsetAt(local - after) === after;
    if (isBeforeValid && isAfterValid) return { at: local - Math.max(before, after), kind: 'repeated' };
    if (isAfterValid) return { at: local - after, kind: 'plain' };
    return { at: local - before, kind: isBeforeValid ? 'plain' : 'skipped' };
  }

  private spanAt(index: number): readonly OffsetPiece[] {
    let pieces = this.spans.get(index);
    if (pieces === undefined) {
      pieces = this.readSpan(index * SPAN, (index + 1) * SPAN);
      this.spans.set(index, pieces);
    }
    return pieces;
  }

  private readSpan(from: number, to: number): OffsetPiece[] {
    const first = Math.min(Math.max(from, -LARGEST_INSTANT), LARGEST_INSTANT);
    let moment = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(this.zone);
    let start = from;
    const pieces: OffsetPiece[] = [];
    for (;;) {
      const offset = moment.offsetNanoseconds / 1e6;
      const next = moment.getTimeZoneTransition('next');
      if (next === null || next.epochMilliseconds >= to) {
        pieces.push({ from: start, to, offset });
        return pieces;
      }
      pieces.push({ from: start, to: next.epochMilliseconds, offset });
      start = next.epochMilliseconds;
      moment = next;
    }
  }
}

const known = new Map<string, Result<ZoneRules, Problem>>();

/** The rules of a zone by its IANA name (or a fixed offset such as +05:30). Fault: OUT-VAL-014. */
export function zoneRules(zone: string): Result<ZoneRules, Problem> {
  let rules = known.get(zone);
  if (rules === undefined) {
    rules = isZone(zone) ? ok(new ZoneRules(zone)) : err(problem('OUT-VAL-014', { value: zone }));
    known.set(zone, rules);
  }
  return rules;
}

function isZone(zone: string): boolean {
  // Temporal also takes a whole date text here and reads the zone out of it.
  if (!/^[A-Za-z+-][A-Za-z0-9_+:/-]*$/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
