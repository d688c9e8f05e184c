import type { Responsibility } from './model.ts';

/** Everybody who is named, whatever for. */
export function everybodyIn({
  accountable,
  responsible,
  consulted,
  informed,
}: Responsibility): readonly string[] {
  return [...accountable, ...responsible, ...consulted, ...informed];
}
