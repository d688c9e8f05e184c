import type { ClockDeclaration } from '#shared/definition/record-type.ts';
import type { Query } from '#shared/definition/query.ts';

/** Running clocks past their due instant, the latest first. */
export function breachedQuery(type: string, clock: ClockDeclaration, now: number): Query {
  return {
    type,
    where: [
      { column: `${clock.name}State`, in: ['running'] },
      { column: `${clock.name}Due`, below: now },
    ],
    sort: [{ column: `${clock.name}Due`, descending: true }],
  };
}

/** Running clocks past their warning and not yet due. */
export function warnedQuery(type: string, clock: ClockDeclaration, now: number): Query {
  return {
    type,
    where: [
      { column: `${clock.name}State`, in: ['running'] },
      { column: `${clock.name}WarnAt`, below: now },
      { column: `${clock.name}Due`, from: now },
    ],
    sort: [{ column: `${clock.name}Due` }],
  };
}
