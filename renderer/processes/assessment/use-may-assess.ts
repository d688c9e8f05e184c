import { useKnownActor } from '#renderer/record/known-actor.ts';
import { assess } from '#shared/processes/improvement/assessment-rights.ts';

/** May whoever is at the desk add to assessments? */
export function useMayAssess(): boolean {
  return assess.allows(useKnownActor(), undefined);
}
