import { attributeCodes, processAttributes } from '#shared/assessment/attributes.ts';
import { agreedId, cellFields } from '#shared/processes/improvement/plan.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { Desk } from './desk.ts';
import { actionsTo } from '#shared/processes/improvement/assessment-lifecycle.ts';

/**
 * An assessment by method R3 with its agreed ratings by process, `?` for not rated: `{ IM: 'F P ?' }`. The ratings say the target. Reported if not said
 * otherwise.
 */
export function putAssessment(
  desk: Desk,
  ratings: Readonly<Record<string, string>>,
  fields: FieldValues = {},
  state: 'consensus' | 'reported' = 'reported',
): string {
  const actions = actionsTo(state === 'reported' ? 'report' : 'openRatings');
  const id = desk.put(
    'assessment',
    {
      name: 'Assessment',
      model: 'desmf',
      method: 'R3',
      class: '3',
      scale: 'plain',
      scope: Object.entries(ratings).map(([process, given]) => ({
        process,
        instance: '',
        target: processAttributes[given.split(' ').length - 1]?.level ?? 0,
      })),
      ...fields,
    },
    undefined,
    actions.map((action) => ({ action, inputs: {} })),
  );
  for (const [process, given] of Object.entries(ratings)) {
    given.split(' ').forEach((value, place) => {
      const attribute = attributeCodes[place];
      if (value === '?' || attribute === undefined) return;
      const cell = { process, attribute, item: '', instance: '' };
      desk.put('agreed-rating', { ...cellFields(id, cell), value }, agreedId(id, cell));
    });
  }
  return id;
}
