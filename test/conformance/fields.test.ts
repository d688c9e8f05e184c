import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Field } from '#shared/definition/field.ts';
import { isEmpty, type FieldValue } from '#shared/definition/values.ts';
import { checkValues } from '#shared/engine/validate.ts';
import { World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});

const types = catalogue.types.map((type) => [type.name, type] as const);
const fields = catalogue.types.flatMap((type) =>
  Object.entries(type.fields).map(([name, field]) => [`${type.name}.${name}`, type, name, field] as const),
);

/** Values of other kinds than the field's, and of its kind beyond what it takes. */
function badValues(field: Field): readonly unknown[] {
  const any = [Number.NaN, Infinity, [null], [[]], [1], { a: 1 }];
  switch (field.kind) {
    case 'text':
      return [7, true, ...any, 'x'.repeat((field.maxLength ?? 200) + 1), ...badTexts(field)];
    case 'longText':
      return [7, true, ...any, 'x'.repeat((field.maxLength ?? 20_000) + 1)];
    case 'integer':
      return ['7', true, ...any, 1.5, 2 ** 60, ...beyond(field)];
    case 'number':
      return ['7', true, ...any, ...beyond(field)];
    case 'boolean':
      return ['true', 1, 0, ...any];
    case 'date':
      return [
        20_270_101,
        true,
        ...any,
        '2027-02-30',
        '2027-13-01',
        '27-01-01',
        '2027-1-1',
        '01/02/2027',
        'soon',
      ];
    case 'instant':
      return ['2027-01-01T00:00Z', true, ...any, 1.5, 9e15, -9e15];
    case 'duration':
      return [3_600_000, true, ...any, '4 hours', 'P1M', 'PT', '-PT4H', 'P1Y'];
    case 'choice':
      return [7, true, ...any, 'no such choice', field.choices[0]?.label.concat('!')];
    case 'reference':
      return [7, true, ...any, 'seven', 'INC-7K-00001', '../x'];
    case 'tags':
      return [
        'a',
        7,
        true,
        ...any,
        [''],
        Array.from({ length: 1001 }, (_, index) => `t${index}`),
        ['x'.repeat(201)],
      ];
    case 'references':
      return ['a', 7, true, ...any, ['seven'], ['']];
    case 'table':
      return ['a', 7, true, ...any, [{ nothing: 1 }], [{ constructor: 1 }], ['row'], badRow(field)];
  }
}

function badTexts({ format, pattern }: Extract<Field, { kind: 'text' }>): readonly string[] {
  const byFormat = {
    email: ['nobody', 'a@', '@b', 'a b@c'],
    url: ['javascript:alert(1)', 'unit.example', 'https://', 'https://a b'],
    time: ['7:30', '24:01', '12:60', 'noon'],
    zone: ['Mars/Base', 'CET+1', 'Europe'],
    phone: [],
    marking: ['SECRET\n', '<b>', '=CUI'],
  };
  return [...(format ? byFormat[format] : []), ...(pattern && !pattern.regex.test('§§') ? ['§§'] : [])];
}

function beyond({ min, max }: { readonly min?: number; readonly max?: number }): readonly number[] {
  return [...(min === undefined ? [] : [min - 1]), ...(max === undefined ? [] : [max + 1])];
}

/** A row with the first bad value of one of its columns. */
function badRow(field: Extract<Field, { kind: 'table' }>): unknown {
  const [column] = Object.entries(field.columns);
  return column ? [{ [column[0]]: badValues(column[1])[0] }] : [null];
}

describe.each(fields)('%s', (_path, type, name, field) => {
  test('VAL-1 takes a value of its kind', async () => {
    expect(checkValues(type, { [name]: await world.value(type, field, 0) })).toEqual([]);
  });

  test('VAL-2 refuses every other value, and the problem names field and value', () => {
    for (const bad of badValues(field)) {
      const problems = checkValues(type, { [name]: bad as FieldValue });
      expect([bad, problems.length]).toEqual([bad, 1]);
      expect(problems[0]?.what?.field).toBe(name);
      expect(problems[0]?.message).toContain(field.label);
      expect(problems[0]?.next).not.toMatch(/\{\w+\}/);
      expect(problems[0]?.message).not.toMatch(/\{[a-z]+\}/);
    }
  });

  test('VAL-3 no value whatever makes the check fail', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const problems = checkValues(type, { [name]: value as FieldValue });
        expect(problems.every(({ what }) => what?.field === name)).toBe(true);
        if (isEmpty(value as FieldValue)) expect(problems).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe.each(types)('making %s', (_name, type) => {
  test('VAL-4 works with the least and with every field filled', async () => {
    for (const filling of ['least', 'full'] as const) {
      const view = world.view(await world.make(type, filling));
      expect(view.state).toBe(type.lifecycle.initial);
      expect(view.number).toMatch(new RegExp(`^${type.prefix}-7A-\\d{5}$`));
    }
  });

  test('VAL-5 is refused while a required field is empty, and the problem names the field', async () => {
    const full = await world.fullFields(type);
    for (const [field, { required, readOnly }] of Object.entries(type.fields)) {
      if (required !== true || readOnly) continue;
      for (const empty of [null, '', '  ']) {
        const command = { kind: 'create', type: type.name, fields: { ...full, [field]: empty } } as const;
        const result = await world.desk.do(world.worker, command);
        const told = result.ok ? [] : result.error.filter(({ code }) => code === 'OUT-VAL-001');
        expect(told.map(({ what }) => what?.field)).toContain(field);
      }
    }
  });

  test('VAL-6 is refused with a bad value, through the engine as in the check', async () => {
    const full = await world.fullFields(type);
    for (const [name, field] of Object.entries(type.fields)) {
      if (!Object.hasOwn(full, name)) continue;
      const [bad] = badValues(field);
      const fields = { ...full, [name]: bad as FieldValue };
      const result = await world.desk.do(world.worker, { kind: 'create', type: type.name, fields });
      const told = result.ok ? [] : result.error.map(({ what }) => what?.field);
      expect(told).toContain(name);
    }
  });

  test('VAL-7 takes no field that is not declared, and none that only actions set', async () => {
    const full = await world.fullFields(type);
    const refused = async (extra: Readonly<Record<string, FieldValue>>) =>
      world.desk.refusal(world.worker, { kind: 'create', type: type.name, fields: { ...full, ...extra } });
    for (const name of ['nothing', 'constructor', 'toString'])
      expect(await refused({ [name]: 'x' })).toContain('OUT-VAL-009');
    for (const [name, field] of Object.entries(type.fields)) {
      if (field.readOnly)
        expect(await refused({ [name]: await world.value(type, field, 0) })).toContain('OUT-VAL-019');
    }
  });
});
