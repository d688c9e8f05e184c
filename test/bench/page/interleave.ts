/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Runs every work once a round, round after round, so that what the machine does meanwhile meets all of them alike.
 * Returns the milliseconds of each by name. `before` rounds are not counted.
 */
export async function interleave<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, (round: number) => Promise<unknown>>>,
  before = 1,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -before; round < rounds; round += 1) {
    for (const name of names) {
      const time = await timed(() => works[name](round + before));
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

/** Keeps what is alike in each pair: the median of the ratios round by round. */
export function pairedRatio(a: readonly number[], b: readonly number[]): number {
  const ratios = a.map((value, index) => value / (b[index] ?? NaN)).sort((x, y) => x - y);
  return ratios[Math.floor(ratios.length / 2)] ?? NaN;
}
