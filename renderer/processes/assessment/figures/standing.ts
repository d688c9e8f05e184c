import type { StoodThen } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';

/** A record behind a kept figure. */
export interface StandingLine {
  readonly id: string;
  readonly isChanged: boolean;
  /** As it stood, where it was changed since; undefined where it did not exist, or is as it was. */
  readonly then: RecordView | undefined;
  /** Names of the parts in which it counted, and counts. */
  readonly countedThen: readonly string[];
  readonly countsNow: readonly string[];
}

/** Each record that a part found then or finds now, once: the changed ones first. */
export function standingLines(stood: StoodThen, names: readonly string[]): readonly StandingLine[] {
  const then = stood.then.map((ids) => new Set(ids));
  const now = stood.now.map((ids) => new Set(ids));
  const changed = new Map(stood.changed.map((one) => [one.id, one.then]));
  const ids = new Set([...changed.keys(), ...stood.then.flat(), ...stood.now.flat()]);
  const partsWith = (sets: readonly ReadonlySet<string>[], id: string) =>
    names.filter((_, place) => sets[place]?.has(id));
  return [...ids].map((id) => ({
    id,
    isChanged: changed.has(id),
    then: changed.get(id),
    countedThen: partsWith(then, id),
    countsNow: partsWith(now, id),
  }));
}
