import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in a time that says nothing of where they differ. */
export function areTextsEqual(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
