import { MINUTE } from './duration.ts';

/** Clocks of honest devices differ by this much; within it a time is only nudged. */
const ORDINARY_DRIFT = 15 * MINUTE;

/** Times that never fall, and whether any had to be changed for that. */
export interface StraightTimes {
  readonly times: readonly number[];
  readonly isDoubtful: boolean;
}

/**
 * Makes the claimed times of events that are in causal order rise, so that one device with a
 * wrong clock cannot distort the rest (SLA-12). The largest set of times that agree with each
 * other is believed, of several the one that spans least. Any other time becomes the nearest believed one when it is off by a quarter
 * of an hour at most, else the believed time before it, or the one after it when there is none.
 */
export function straightenTimes(claims: readonly number[]): StraightTimes {
  if (isRising(claims)) return { times: claims, isDoubtful: false };
  const believed = longestRising(claims);
  const times: number[] = [];
  let next = 0;
  claims.forEach((claim, index) => {
    while (next < believed.length && (believed[next] as number) < index) next += 1;
    const following = claims[believed[next] ?? -1];
    if (believed[next] === index) times.push(claim);
    else times.push(placeBetween(claim, times.at(-1), following));
  });
  return { times, isDoubtful: true };
}

function placeBetween(claim: number, earlier: number | undefined, later: number | undefined): number {
  if (earlier === undefined) return later ?? 0;
  if (later === undefined) return earlier;
  return claim > later && claim - later <= ORDINARY_DRIFT ? later : earlier;
}

function isRising(claims: readonly number[]): boolean {
  return claims.every(
    (claim, index) => Number.isFinite(claim) && (index === 0 || claim >= (claims[index - 1] as number)),
  );
}

interface Run {
  readonly end: number;
  readonly length: number;
  readonly start: number;
  readonly before: Run | undefined;
}

/** Indexes of the longest run of finite times that never falls; of several, the one that spans least. */
function longestRising(claims: readonly number[]): number[] {
  const runs: Run[] = [];
  let best: Run | undefined;
  claims.forEach((claim, index) => {
    if (!Number.isFinite(claim)) return;
    let before: Run | undefined;
    for (const run of runs) {
      if ((claims[run.end] as number) <= claim && isBetter(run, before)) before = run;
    }
    const run = { end: index, length: (before?.length ?? 0) + 1, start: before?.start ?? claim, before };
    runs.push(run);
    if (
      best === undefined ||
      run.length > best.length ||
      (run.length === best.length && spanOf(run) <= spanOf(best))
    ) {
      best = run;
    }
  });
  const chosen: number[] = [];
  for (let run = best; run !== undefined; run = run.before) chosen.push(run.end);
  return chosen.toReversed();

  function spanOf(run: Run): number {
    return (claims[run.end] as number) - run.start;
  }
}

/** For going on from: the longer run, of equal ones the one that started later. */
function isBetter(run: Run, other: Run | undefined): boolean {
  if (other === undefined || run.length !== other.length) return run.length > (other?.length ?? 0);
  return run.start >= other.start;
}
