import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import { isMarked } from '../definition/marking-field.ts';
import type { Actor } from '../definition/permission.ts';
import type { RecordView } from '../definition/record.ts';
import { Desk } from '#test/support/desk.ts';
import { markingOf, unitMarking, usualMarking } from './marking.ts';

let desk: Desk;
let analyst: Actor;

beforeEach(() => {
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst', 'administrator');
});

const unit = (fields: object) => desk.put('unit', { name: 'Unit', shortName: 'U', zone: 'UTC', ...fields });
const incident = (marking?: string) =>
  ({
    kind: 'create',
    type: 'incident',
    fields: { title: 'Net is down', requester: analyst.id, ...(marking === undefined ? {} : { marking }) },
  }) as const;

describe('markings of records', () => {
  test('MRK-110 every record that is no setting of the unit can be marked, by one declaration', () => {
    for (const type of catalogue.types)
      expect([type.name, isMarked(type)]).toEqual([type.name, !type.config]);
  });

  test('MRK-111 a record without a marking carries what the unit says, else the marking of the unit', () => {
    const id = desk.put('incident', { title: 'x' });
    expect(markingOf(desk.view(id), desk.config)).toBe('UNCLASSIFIED');
    unit({ marking: 'SECRET' });
    expect(markingOf(desk.view(id), desk.config)).toBe('SECRET');
  });

  test('MRK-111 the unit says what its records carry', () => {
    unit({ marking: 'SECRET', recordMarking: 'CUI' });
    const own = desk.put('incident', { title: 'x', marking: 'CONFIDENTIAL' });
    const bare = desk.put('incident', { title: 'y' });
    expect([own, bare].map((id) => markingOf(desk.view(id), desk.config))).toEqual(['CONFIDENTIAL', 'CUI']);
    expect([unitMarking(desk.config), usualMarking(desk.config)]).toEqual(['SECRET', 'CUI']);
  });

  test('MRK-112 no record is marked above its unit; the refusal says who can raise the unit', async () => {
    unit({ marking: 'CUI' });
    expect(await desk.try(analyst, incident('CUI//SP-OPSEC'))).toEqual([]);
    for (const marking of ['SECRET', 'NATO RESTRICTED']) {
      expect(await desk.try(analyst, incident(marking))).toMatchObject([
        { code: 'OUT-MRK-001', what: { field: 'marking' }, next: expect.stringContaining('administrator') },
      ]);
    }
  });

  test('MRK-112 a record above a unit that was lowered can still be worked on, and marked lower', async () => {
    const id = desk.put('incident', {
      title: 'x',
      requester: analyst.id,
      impact: '3',
      urgency: '3',
      marking: 'SECRET',
    });
    unit({ marking: 'CUI' });
    await desk.edit(analyst, id, { title: 'y' });
    expect((await desk.edit(analyst, id, { marking: 'CUI' })).fields['marking']).toBe('CUI');
  });

  test('MRK-113 while two markings of a record are in conflict, the highest counts', () => {
    unit({ marking: 'SECRET', recordMarking: 'UNCLASSIFIED' });
    const record = desk.view(desk.put('incident', { title: 'x', marking: 'CUI' }));
    const head = (value: string | null) => ({ ref: 'r:1', value, at: 0, actor: 'a' }) as const;
    const torn = (...values: readonly (string | null)[]): RecordView => ({
      ...record,
      conflicts: [{ field: 'marking', heads: values.map(head) }],
    });
    expect(markingOf(torn('CUI', 'SECRET//NOFORN'), desk.config)).toBe('SECRET//NOFORN');
    expect(markingOf(torn(null, 'CUI'), desk.config)).toBe('CUI');
  });

  test('MRK-114 what records carry is never above the unit', async () => {
    const id = unit({ marking: 'CUI' });
    const refused = await desk.try(analyst, {
      kind: 'edit',
      record: id,
      fields: { recordMarking: 'SECRET' },
    });
    expect(refused).toMatchObject([{ code: 'OUT-VAL-013' }]);
    await desk.edit(analyst, id, { recordMarking: 'UNCLASSIFIED' });
  });
});
