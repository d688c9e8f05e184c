import { problem, type Problem } from '../kernel/errors.ts';
import type { Actor, Rule } from '../definition/permission.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { FieldValues } from '../definition/values.ts';
import type { RecordView } from '../definition/record.ts';

/**
 * The refusal of a rule, or nothing where it allows. Says which right is missing and who can give it.
 * @param doing what the actor tried, as a verb: "resolve INC-7K-00042".
 */
export function refusal(
  rule: Rule,
  actor: Actor,
  record: RecordView | undefined,
  doing: string,
): Problem | undefined {
  if (rule.allows(actor, record)) return undefined;
  return problem('OUT-PER-001', {
    action: doing,
    right: rule.label,
    givers: rule.givenBy,
    ...(rule.giver ? { role: rule.giver } : {}),
    ...(record ? { record: record.id } : {}),
  });
}

/** The record without the fields that the actor may not see. @param judged the record as it is, where another time of it is shown. */
export function visibleFields(
  type: RecordType,
  actor: Actor,
  record: RecordView,
  judged: RecordView = record,
): RecordView {
  const hidden = Object.entries(type.fields).filter(
    ([, field]) => field.visibleTo && !field.visibleTo.allows(actor, judged),
  );
  if (hidden.length === 0) return record;
  const names = new Set(hidden.map(([name]) => name));
  const without = (values: FieldValues): FieldValues =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
  return {
    ...record,
    fields: without(record.fields),
    // A hidden value stands in what actions wrote and in conflicts too.
    life: record.life.map((step) => ({ ...step, inputs: without(step.inputs) })),
    conflicts: record.conflicts.filter(({ field }) => !names.has(field)),
  };
}
