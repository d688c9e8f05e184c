import type { Catalogue } from '../definition/catalogue.ts';
import type { RecordView } from '../definition/record.ts';
import type { Entry } from '../changelog/entry.ts';
import { foldRecord } from '../changelog/fold.ts';
import { projectRecord } from '../changelog/project.ts';
import type { Redaction } from '../changelog/redaction/orders.ts';
import { assignmentsOf, rolesOf } from './assignments.ts';
import { shapeOf } from './shape.ts';

/** What whoever removes contents knows of roles: all entries of people and of role assignments. */
export interface RoleHistories {
  readonly catalogue: Catalogue;
  /** Of one person's record. */
  readonly person: (id: string) => Promise<readonly Entry[]>;
  /** Of each assignment. */
  readonly assignments: () => Promise<readonly (readonly Entry[])[]>;
}

/**
 * RED-107: may contents be removed by this order? Two different people gave it, who were both administrators when they wrote, by what is known here.
 * Whoever is one now counts as well: clocks of devices differ by years.
 * @param now epoch ms
 */
export async function standsAsOrder(
  { state, askedBy, askedAt, answer }: Redaction,
  histories: RoleHistories,
  now: number,
): Promise<boolean> {
  if (state !== 'confirmed' || !answer || answer.by === askedBy) return false;
  return (
    (await isAdministrator(askedBy, [askedAt, now], histories)) &&
    (await isAdministrator(answer.by, [answer.at, now], histories))
  );
}

async function isAdministrator(
  id: string,
  times: readonly number[],
  { catalogue, person, assignments }: RoleHistories,
): Promise<boolean> {
  const [own, given] = [await person(id), await assignments()];
  return times.some((at) => {
    const view = recordAt(catalogue, own, at);
    const known = given.flatMap((entries) => recordAt(catalogue, entries, at) ?? []);
    return view?.type === 'person' && rolesOf(view, assignmentsOf(known), at).roles.includes('administrator');
  });
}

/** A record as its writers' clocks claim that it was. */
function recordAt(catalogue: Catalogue, entries: readonly Entry[], at: number): RecordView | undefined {
  const written = entries.filter(({ stamp }) => stamp.wall <= at);
  const type = catalogue.type(written[0]?.type ?? '');
  return type && projectRecord(foldRecord(written), shapeOf(type));
}
