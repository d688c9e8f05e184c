import type { RecordView } from '#shared/definition/record.ts';
import type { CompareChoice } from '../places.ts';

/** What the address chooses; what it says in no sensible form counts as not said. */
export function choiceFrom(search: Readonly<Record<string, unknown>>): CompareChoice {
  const { of } = search;
  const text = (name: 'base' | 'domain' | 'unit' | 'year') => {
    const value = search[name];
    // A year comes back from the address as a number.
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {};
  };
  return {
    ...(Array.isArray(of) ? { of: of.filter((id) => typeof id === 'string') } : {}),
    ...text('base'),
    ...text('domain'),
    ...text('unit'),
    ...text('year'),
  };
}

/** Those that are chosen; where nobody chose, all that are reported, or all if none is. */
export function chosenAssessments(
  assessments: readonly RecordView[],
  of: readonly string[] | undefined,
): readonly RecordView[] {
  if (of) return assessments.filter(({ id }) => of.includes(id));
  const reported = assessments.filter(({ state }) => state === 'reported');
  return reported.length > 0 ? reported : assessments;
}
