import type { Shape } from '../changelog/project.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { FieldValues } from '../definition/values.ts';

const shapes = new WeakMap<RecordType, Shape>();

/** What the fold needs of a declaration: its lifecycle and the way from older versions of its fields. */
export function shapeOf(type: RecordType): Shape {
  let shape = shapes.get(type);
  if (!shape) {
    shape = { lifecycle: type.lifecycle, migrate: (fields, version) => migrateFields(type, fields, version) };
    shapes.set(type, shape);
  }
  return shape;
}

/** The version that records made now carry. */
export function versionOf(type: RecordType): number {
  return type.migrations.at(-1)?.version ?? 0;
}

function migrateFields(type: RecordType, fields: FieldValues, version: number): FieldValues {
  return type.migrations
    .filter((migration) => migration.version > version)
    .reduce((values, migration) => migration.up(values), fields);
}
