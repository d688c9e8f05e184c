/** Milliseconds: nobody may keep a device away for years. */
export const longestRetryAfter = 3_600_000;

/** Milliseconds that a `Retry-After` header asks to wait, at most an hour. Undefined where it says nothing. */
export function readRetryAfter(text: string | null | undefined): number | undefined {
  return /^\d{1,9}$/.test(text ?? '') ? Math.min(Number(text) * 1000, longestRetryAfter) : undefined;
}
