const truths = new Set(['true', 'yes', 'y', '1', 'on', 'x']);
const untruths = new Set(['false', 'no', 'n', '0', 'off']);
const hoursPattern = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;

/** Reads yes and no as systems write them. @returns undefined for anything else. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (truths.has(word)) return true;
  return untruths.has(word) ? false : undefined;
}

const numberPatterns = {
  '.': /^[+-]?(?:\d+|\d{1,3}(?:[ '’\u00a0\u202f,]\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  ',': /^[+-]?(?:\d+|\d{1,3}(?:[ '’\u00a0\u202f.]\d{3})+)(?:,\d+)?(?:e[+-]?\d+)?$/i,
} as const;

/** Reads `1,234.5` or `1.234,5`, by the decimal mark of the file. @returns undefined for what is no number. */
export function readNumber(text: string, decimal: '.' | ','): number | undefined {
  const trimmed = text.trim().replace('−', '-');
  if (!numberPatterns[decimal].test(trimmed)) return undefined;
  const grouping = decimal === '.' ? /[ '’\u00a0\u202f,]/g : /[ '’\u00a0\u202f.]/g;
  const number = Number(trimmed.replaceAll(grouping, '').replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

/** Durations as they stand here (PT4H, P1D), or hours and minutes as `4:30`. */
export function readDurationText(text: string): string {
  const trimmed = text.trim();
  const match = hoursPattern.exec(trimmed);
  if (!match) return trimmed.toUpperCase();
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part));
  const parts = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
  return `PT${parts || '0S'}`;
}

/** Parts of a cell that holds several: by lines or semicolons. */
export function splitList(text: string): readonly string[] {
  const parts = text.split(/[;\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
