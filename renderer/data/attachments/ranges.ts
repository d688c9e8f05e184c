/** Bytes from the first number on up to, not with, the second. */
export type Range = readonly [from: number, to: number];

/** Ranges with one more: ascending, and none that touch. */
export function withRange(ranges: readonly Range[], added: Range): readonly Range[] {
  const sorted = [...ranges, added].filter(([from, to]) => to > from).sort(([a], [b]) => a - b);
  const merged: Range[] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}
