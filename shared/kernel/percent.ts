const MOST_DIGITS = 6;

/**
 * A percentage for people that never says more than is true: 99.951 does not show as 100, 0.04
 * not as 0, and a value that misses its target does not show as reaching it. Digits are added
 * until the text is true; a difference below a millionth is cut off instead.
 * @param value in percent, 99.951 for 99.951 %
 * @param target in percent; 100 when there is none
 * @param digits decimals shown when they suffice
 */
export function formatPercent(value: number, target = 100, digits = 1): string {
  if (!Number.isFinite(value)) return '–';
  for (let count = digits; count <= MOST_DIGITS; count += 1) {
    const shown = value.toFixed(count);
    if (isTrueText(Number(shown), value, target)) return `${withoutMinusZero(shown)}%`;
  }
  const unit = 10 ** MOST_DIGITS;
  return `${withoutMinusZero((Math.floor(value * unit) / unit).toFixed(MOST_DIGITS))}%`;
}

function isTrueText(shown: number, value: number, target: number): boolean {
  const isSameSide = [100, target].every((mark) => shown >= mark === value >= mark);
  return isSameSide && Math.sign(shown) === Math.sign(value);
}

function withoutMinusZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
