import fc from 'fast-check';
import type { Field } from '#shared/definition/field.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { FieldValue } from '#shared/definition/values.ts';

/** Ids of existing records by type, for references. */
export type Pool = Readonly<Record<string, readonly string[]>>;

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'];
const second = 1000;

/** Texts as people and attackers write them. Without control characters, which no text file holds. */
// And without `constructor` and the like: the library that writes workbooks loses them.
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      '+49 30 1',
      '-5',
      '@home',
      'a;b',
      'a,b',
      '"',
      'say ""',
      'two\nlines',
      ' padded ',
      "''-x",
    ),
  )
  .filter(
    (text) => text.trim() !== '' && !(text in {}) && !/[\p{Cc}\ufffd]/u.test(text.replaceAll('\n', '')),
  );

const plainWord = fc.stringMatching(/^[A-Za-z0-9äöü=+@-][A-Za-z0-9äöü =+@-]{0,12}[A-Za-z0-9äöü]$/);

function textOf(field: Extract<Field, { kind: 'text' }>): fc.Arbitrary<FieldValue> | undefined {
  switch (field.format) {
    case 'email':
      return fc.constantFrom('maria@unit.example', "o'neil@unit.example", '-x@unit.example');
    case 'time':
      return fc.constantFrom('07:30', '00:00', '24:00');
    case 'marking':
      return fc.constantFrom('CUI', 'SECRET//NOFORN', '(U)', 'NATO RESTRICTED');
    case 'zone':
      return fc.constantFrom(...zones);
    default:
      return words.filter(
        (text) => text.length <= (field.maxLength ?? 200) && (field.pattern?.regex.test(text) ?? true),
      );
  }
}

/** Any value that a field may hold, or undefined where none can be made (a reference to a type without records). */
export function arbitraryValue(field: Field, pool: Pool): fc.Arbitrary<FieldValue> | undefined {
  switch (field.kind) {
    case 'text':
      // Secrets are in no file.
      return field.pattern || field.isSecret ? undefined : textOf(field);
    case 'longText':
      return words;
    case 'integer':
      return fc.integer({ min: field.min ?? -1e9, max: field.max ?? 1e9 });
    case 'number':
      return fc
        .double({ min: field.min ?? -1e9, max: field.max ?? 1e9, noNaN: true, noDefaultInfinity: true })
        .filter((value) => !Object.is(value, -0));
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc
        .integer({ min: 0, max: 40_000 })
        .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    case 'instant':
      return fc.integer({ min: 0, max: 4e9 }).map((value) => value * second);
    case 'duration':
      return fc.constantFrom('PT4H', 'P1D', 'PT30M', 'P2W');
    case 'choice':
      return fc.constantFrom(...field.choices.map(({ value }) => value));
    case 'tags':
      return fc.uniqueArray(plainWord, { minLength: 1, maxLength: 4 });
    case 'reference':
      return idsFor(field.to, pool, (ids) => fc.constantFrom(...ids));
    case 'references':
      return idsFor(field.to, pool, (ids) => fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }));
    case 'table': {
      const row = arbitraryRow(field.columns, pool);
      return fc.array(row, { minLength: 1, maxLength: 3 }) as fc.Arbitrary<FieldValue>;
    }
  }
}

function idsFor(
  to: readonly string[],
  pool: Pool,
  make: (ids: readonly string[]) => fc.Arbitrary<FieldValue>,
): fc.Arbitrary<FieldValue> | undefined {
  // Names are looked for in the first type that a field takes.
  const ids = pool[to[0] ?? ''] ?? [];
  return ids.length === 0 ? undefined : make(ids);
}

function arbitraryRow(columns: Readonly<Record<string, Field>>, pool: Pool): fc.Arbitrary<unknown> {
  const cells = Object.entries(columns).flatMap(([name, field]) => {
    const value = arbitraryValue(field, pool);
    return value ? [[name, value] as const] : [];
  });
  return fc.record(Object.fromEntries(cells), { noNullPrototype: true });
}

/** Values for the fields of a type; some are left out. */
export function arbitraryFields(
  type: RecordType,
  pool: Pool,
): fc.Arbitrary<Readonly<Record<string, FieldValue | undefined>>> {
  const all = Object.entries(type.fields).flatMap(([name, field]) => {
    // What the application keeps for itself goes out in no file.
    const value = field.isSecret ? undefined : arbitraryValue(field, pool);
    return value ? [[name, value] as const] : [];
  });
  return fc.record(Object.fromEntries(all), { requiredKeys: [], noNullPrototype: true });
}
