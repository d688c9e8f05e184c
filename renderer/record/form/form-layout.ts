import { isRequired, isShown } from '#shared/engine/validate.ts';
import type { Field } from '#shared/definition/field.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

export interface LaidOutField {
  readonly name: string;
  readonly field: Field;
  readonly isRequired: boolean;
  /** Takes the whole width: long texts, tables and the title. */
  readonly isWide: boolean;
}

export interface LaidOutSection {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly LaidOutField[];
}

/** The sections with the fields that are shown on the record as it stands, in declared order; empty sections are left out. */
export function layOut(
  type: RecordType,
  record: RecordView,
  keep: (name: string, field: Field) => boolean,
): readonly LaidOutSection[] {
  const first = type.sections[0]?.name;
  const fields = Object.entries(type.fields)
    .filter(([name, field]) => keep(name, field) && isShown(field, record))
    .map(([name, field]) => layOutField(type, record, name, field));
  return type.sections
    .filter((section) => section.shown?.(record) ?? true)
    .map((section) => ({
      name: section.name,
      label: section.label,
      fields: fields.filter(({ field }) => (field.section ?? first) === section.name),
    }))
    .filter((section) => section.fields.length > 0);
}

/** The fields of the quick form: the declared ones and whatever else is required as things stand. */
export function quickFields(type: RecordType, record: RecordView): readonly LaidOutField[] {
  const required = Object.entries(type.fields)
    .filter(([, field]) => !field.readOnly && isShown(field, record) && isRequired(field, record))
    .map(([name]) => name);
  const names = [...new Set([...type.views.quick, ...required])];
  return names.flatMap((name) => {
    const field = type.fields[name];
    return field && isShown(field, record) ? [layOutField(type, record, name, field)] : [];
  });
}

/** Certain fields in the given order, some of them required here whatever the declaration says. */
export function layOutNamed(
  type: RecordType,
  record: RecordView,
  names: readonly string[],
  needs: readonly string[],
): readonly LaidOutField[] {
  return names.flatMap((name) => {
    const field = type.fields[name];
    const isNeeded = needs.includes(name);
    if (!field || !(isNeeded || isShown(field, record))) return [];
    const laidOut = layOutField(type, record, name, field);
    return [isNeeded ? { ...laidOut, isRequired: true } : laidOut];
  });
}

function layOutField(type: RecordType, record: RecordView, name: string, field: Field): LaidOutField {
  const isWide =
    field.kind === 'longText' ||
    field.kind === 'table' ||
    field.kind === 'references' ||
    name === type.views.title;
  return { name, field, isRequired: isRequired(field, record), isWide };
}
