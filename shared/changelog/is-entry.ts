import { isStamp } from '../kernel/clock.ts';
import type { Entry } from './entry.ts';

/** Has it what every entry of every version has? The body may be of a kind that a newer version brought. */
export function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { replica, seq, prev, stamp, actor, type, record, body } = value as Partial<
    Record<keyof Entry, unknown>
  >;
  const texts = [replica, prev, actor, type, record];
  return (
    texts.every((text) => typeof text === 'string') &&
    Number.isSafeInteger(seq) &&
    isStamp(stamp) &&
    isBody(body)
  );
}

function isBody(body: unknown): boolean {
  return typeof body === 'object' && body !== null && typeof (body as { kind?: unknown }).kind === 'string';
}
