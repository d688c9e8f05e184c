import { allowedActions } from '#shared/engine/lifecycle.ts';
import { isChangeable } from '#shared/engine/writable.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

/** The actions that the actor may do with every one of the records, in the order of the table. */
export function commonActions(
  type: RecordType,
  records: readonly RecordView[],
  actor: Actor,
): readonly Transition[] {
  const [first, ...rest] = records;
  if (!first) return [];
  return rest.reduce<readonly Transition[]>(
    (common, record) => {
      if (common.length === 0) return common;
      const names = new Set(allowedActions(type, record, actor).map((transition) => transition.action));
      return common.filter((transition) => names.has(transition.action));
    },
    allowedActions(type, first, actor),
  );
}

/** The fields that the actor can change on all of the records at once: no tables, nothing that the engine sets. */
export function commonFields(type: RecordType, actor: Actor): readonly string[] {
  return Object.entries(type.fields)
    .filter(
      ([name, field]) =>
        isChangeable(field, actor, undefined) && field.kind !== 'table' && name !== type.views.title,
    )
    .map(([name]) => name);
}
