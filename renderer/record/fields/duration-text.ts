import { parseIsoDuration } from '#shared/kernel/duration.ts';

const units: readonly (readonly [pattern: RegExp, iso: string, isTime: boolean])[] = [
  [/(\d+)\s*(?:w|weeks?)(?![a-z])/i, 'W', false],
  [/(\d+)\s*(?:d|days?)(?![a-z])/i, 'D', false],
  [/(\d+)\s*(?:h|hrs?|hours?)(?![a-z])/i, 'H', true],
  [/(\d+)\s*(?:m|min|mins|minutes?)(?![a-z])/i, 'M', true],
  [/(\d+)\s*(?:s|sec|secs|seconds?)(?![a-z])/i, 'S', true],
];

/** What a person types (`4 h 30 min`, `1 d`, `PT4H`) as an ISO duration; undefined where it is no duration. */
export function readDuration(text: string): string | undefined {
  const trimmed = text.trim();
  if (parseIsoDuration(trimmed).ok) return trimmed.toUpperCase();
  let rest = trimmed;
  let days = '';
  let time = '';
  for (const [pattern, letter, isTime] of units) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const part = `${match[1] ?? ''}${letter}`;
    if (isTime) time += part;
    else days += part;
    rest = rest.replace(match[0], '');
  }
  if (rest.trim() !== '' || (days === '' && time === '')) return undefined;
  const iso = `P${days}${time === '' ? '' : `T${time}`}`;
  return parseIsoDuration(iso).ok ? iso : undefined;
}

const words: Readonly<Record<string, string>> = { W: 'wk', D: 'd', H: 'h', M: 'min', S: 's' };

/** An ISO duration as people write it: `4 h 30 min`. A text that is none stays as it is. */
export function showDuration(iso: string): string {
  if (!parseIsoDuration(iso).ok) return iso;
  const parts = [...iso.matchAll(/(\d+(?:[.,]\d+)?)([WDHMS])/g)];
  return parts.map(([, amount, letter]) => `${amount ?? ''} ${words[letter ?? ''] ?? ''}`).join(' ');
}
