import type { FieldValues } from '#shared/definition/values.ts';
import { actor, whereabouts, type PersonKey } from './people.ts';

/** What every report carries. */
export function report(requester: PersonKey, fields: FieldValues): FieldValues {
  return { requester: actor(requester).id, ...whereabouts(requester), contactType: 'phone', ...fields };
}
