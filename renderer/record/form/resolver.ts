import { checkRecord, checkValues, isShown } from '#shared/engine/validate.ts';
import { isEmpty } from '#shared/definition/values.ts';
import { locate, problem } from '#shared/kernel/errors.ts';
import type { Config } from '#shared/definition/config.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { FieldError, Resolver } from 'react-hook-form';

/** Values of a form by field name. Dots never stand in a field's name, so React Hook Form keeps the form flat. */
export type FormValues = Record<string, FieldValues[string]>;

/** The first problem of each field, and those of no field under ''. */
export function problemsByField(problems: readonly Problem[]): ReadonlyMap<string, Problem> {
  const byField = new Map<string, Problem>();
  for (const found of problems) {
    const field = found.what?.field ?? '';
    if (!byField.has(field)) byField.set(field, found);
  }
  return byField;
}

/** What is wrong with the values of a form, by the rules that `execute` will apply as well. */
export function formProblems(
  type: RecordType,
  values: FieldValues,
  asRecord: (values: FieldValues) => RecordView,
  config: Config,
  names: readonly string[] = Object.keys(type.fields),
  needs: readonly string[] = [],
): readonly Problem[] {
  const record = asRecord(values);
  const shown = names.filter((name) => {
    const field = type.fields[name];
    return field !== undefined && isShown(field, record);
  });
  const given = Object.fromEntries(
    shown.flatMap((name) => (name in values ? [[name, values[name] ?? null]] : [])),
  );
  const missing = needs
    .filter((name) => isEmpty(values[name]))
    .map((name) =>
      locate(problem('OUT-VAL-001', { field: type.fields[name]?.label ?? name }), { field: name }),
    );
  return [...checkValues(type, given), ...missing, ...checkRecord(type, record, config, shown)];
}

/** React Hook Form's resolver from the declaration; messages are those of the shared problem catalogue. */
export function declarationResolver(
  type: RecordType,
  asRecord: (values: FieldValues) => RecordView,
  config: Config,
  names?: readonly string[],
  needs?: readonly string[],
): Resolver<FormValues> {
  return (values) => {
    const problems = problemsByField(formProblems(type, values, asRecord, config, names, needs));
    if (problems.size === 0) return { values, errors: {} };
    return {
      values: {},
      errors: Object.fromEntries([...problems].map(([name, found]) => [name, toError(found)])),
    };
  };
}

export function toError(found: Problem): FieldError {
  return { type: found.code, message: found.message };
}
