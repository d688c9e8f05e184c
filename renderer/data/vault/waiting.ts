/** Seconds to wait after so many wrong tries in a row; the last counts for all further ones. */
const waits = [0, 0, 0, 5, 15, 60, 300, 900] as const;

/**
 * How long the next try has to wait. A clock that was set back makes nobody wait longer than the full time.
 * @param now epoch ms. @returns ms.
 */
export function waitAfter(tries: { readonly count: number; readonly at: number }, now: number): number {
  const seconds = waits[Math.min(tries.count, waits.length - 1)] ?? 0;
  const passed = Math.max(0, now - tries.at);
  return Math.max(0, seconds * 1000 - passed);
}
