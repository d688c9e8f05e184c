import { beforeEach, describe, expect, test } from 'vitest';
import { analyst, manager, sampleCatalogue, sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import { Replica } from '#test/support/replica.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { deterministicRecordId } from '../kernel/ids.ts';
import { textOf } from '../definition/record.ts';
import { buildCatalogue } from '../definition/catalogue.ts';
import type { RecordType } from '../definition/record-type.ts';

let desk: Replica;
beforeEach(() => {
  desk = new Replica(sampleCatalogue);
});

const newTicket = (fields = {}): Promise<string> =>
  desk.create(analyst, 'ticket', { title: 'It broke', ...fields });

async function problems(command: Parameters<Replica['do']>[1], actor = analyst): Promise<readonly Problem[]> {
  const before = desk.log.length;
  const result = await desk.do(actor, command);
  if (result.ok) throw new Error('It was allowed.');
  expect(desk.log.length).toBe(before);
  return result.error;
}

describe('EXE-7 effects', () => {
  test('EXE-7 they follow in the same command, through every generation', async () => {
    const top = await newTicket();
    const middle = await newTicket({ parent: top });
    const low = await newTicket({ parent: middle });
    const apart = await newTicket();
    const { entries } = await desk.must(analyst, {
      kind: 'act',
      record: top,
      action: 'finish',
      inputs: { outcome: 'Solved' },
    });
    expect([top, middle, low, apart].map((id) => desk.view(id).state)).toEqual([
      'done',
      'done',
      'done',
      'new',
    ]);
    expect(entries.map(({ record, body }) => [record, body.kind])).toEqual([
      [top, 'act'],
      [middle, 'act'],
      [middle, 'note'],
      [low, 'act'],
      [low, 'note'],
    ]);
    expect(desk.view(low).fields['outcome']).toBe(`With ${desk.view(middle).number}`);
  });

  test('EXE-7 many records at once are no circle', async () => {
    const parent = await newTicket();
    const children = await Promise.all(
      Array.from({ length: 150 }, () => undefined).map(() => newTicket({ parent })),
    );
    await desk.must(analyst, {
      kind: 'act',
      record: parent,
      action: 'finish',
      inputs: { outcome: 'Solved' },
    });
    expect(children.every((id) => desk.view(id).state === 'done')).toBe(true);
  });

  test('EXE-7 a circle of effects is stopped', async () => {
    const circle: RecordType = {
      ...ticket,
      lifecycle: {
        ...ticket.lifecycle,
        transitions: ticket.lifecycle.transitions.map((transition) =>
          transition.action === 'touch'
            ? {
                ...transition,
                effects: ({ record }) => [{ kind: 'act', record: record.id, action: 'touch', inputs: {} }],
              }
            : transition,
        ),
      },
    };
    desk = new Replica(buildCatalogue([{ ...sampleProcess, recordTypes: [circle] }]));
    const id = await newTicket();
    await expect(desk.do(analyst, { kind: 'act', record: id, action: 'touch', inputs: {} })).rejects.toThrow(
      'do not come to an end',
    );
  });

  test('EXE-7 what follows from making a record sees the new record', async () => {
    const type: RecordType = {
      ...ticket,
      onCreate: {
        touches: { children: { type: 'ticket', by: 'parent' } },
        effects: ({ record, related }) =>
          record.fields['parent'] === undefined && related('children').length === 0
            ? [
                {
                  kind: 'create',
                  type: 'ticket',
                  fields: { title: `Part of ${record.number}`, parent: record.id },
                },
              ]
            : [],
      },
    };
    desk = new Replica(buildCatalogue([{ ...sampleProcess, recordTypes: [type] }]));
    const id = await newTicket();
    expect([...desk.states.keys()].map((other) => desk.view(other).fields)).toMatchObject([
      { title: 'It broke' },
      { title: 'Part of TIC-7A-00001', parent: id },
    ]);
  });

  test('EXE-7 what forbids a making is asked with the records that it touches, and then nothing is made', async () => {
    const type: RecordType = {
      ...ticket,
      onCreate: {
        touches: { siblings: { type: 'ticket', by: 'parent', through: 'parent' } },
        guard: ({ related }) =>
          related('siblings').length > 0
            ? problem('OUT-LIF-003', { action: 'Create ticket', reason: 'One part is enough.' })
            : undefined,
      },
    };
    desk = new Replica(buildCatalogue([{ ...sampleProcess, recordTypes: [type] }]));
    const parent = await newTicket();
    await newTicket({ parent });
    const told = await problems({ kind: 'create', type: 'ticket', fields: { title: 'Second', parent } });
    expect(told.map(({ message }) => message)).toEqual(['“Create ticket” was refused: One part is enough.']);
  });
});

describe('EXE-8 conversion', () => {
  test('EXE-8 the new record is linked and gets the notes and files with their times and authors', async () => {
    const id = await newTicket();
    desk.now += 1000;
    await desk.must(manager, { kind: 'note', record: id, text: 'First', audience: 'internal', minutes: 5 });
    const hash = 'ab'.repeat(32);
    const file = { name: 'log.txt', size: 3, type: 'text/plain', hash, audience: 'internal' } as const;
    await desk.must(manager, { kind: 'attach', record: id, ...file });
    await desk.must(analyst, { kind: 'note', record: id, text: 'Wrong', audience: 'internal' });
    const wrong = desk.log.at(-1);
    await desk.must(analyst, {
      kind: 'undo',
      entries: [{ record: id, ref: `${wrong?.replica ?? ''}:${wrong?.seq ?? 0}` }],
    });
    desk.now += 5000;
    await desk.must(analyst, { kind: 'act', record: id, action: 'convert', inputs: {} });
    const made = textOf(desk.view(id), 'becameTicket');
    expect(desk.view(made)).toMatchObject({
      fields: { title: 'From TIC-7A-00001' },
      noteCount: 1,
      minutesSpent: 5,
      attachments: [{ ...file, at: desk.now - 5000, actor: 'manager' }],
    });
    const [note] = desk.of(made).filter(({ body }) => body.kind === 'note');
    expect(note).toMatchObject({
      actor: 'analyst',
      body: { text: 'First' },
      origin: { at: desk.now - 5000, by: 'manager', source: 'TIC-7A-00001' },
    });
  });
});

describe('EXE-9 references', () => {
  test('EXE-9 they must lead to a record that is there, in fields and in tables', async () => {
    const nobody = deterministicRecordId(['nobody']);
    const fields = { title: 'x', parent: nobody, related: [nobody], lines: [{ what: 'x', ticket: nobody }] };
    const found = await problems({ kind: 'create', type: 'ticket', fields });
    expect(found.map(({ code, what }) => [code, what?.field])).toEqual([
      ['OUT-VAL-005', 'parent'],
      ['OUT-VAL-005', 'related'],
      ['OUT-VAL-005', 'lines'],
    ]);
    expect(found[2]?.message).toContain('Lines, row 1: Ticket');
  });

  test('EXE-9 and to one of the right type', async () => {
    const other: RecordType = { ...ticket, name: 'other', prefix: 'OTH', label: 'Other thing' };
    desk = new Replica(buildCatalogue([{ ...sampleProcess, recordTypes: [ticket, other] }]));
    const wrong = await desk.create(analyst, 'other', { title: 'x' });
    const [found] = await problems({ kind: 'create', type: 'ticket', fields: { title: 'x', parent: wrong } });
    expect(found).toMatchObject({
      code: 'OUT-VAL-017',
      message: expect.stringContaining('is a Other thing'),
    });
  });

  test('EXE-9 no record comes to stand above itself', async () => {
    const top = await newTicket();
    const middle = await newTicket({ parent: top });
    const low = await newTicket({ parent: middle });
    for (const parent of [top, middle, low]) {
      expect(await desk.refusal(analyst, { kind: 'edit', record: top, fields: { parent } })).toEqual([
        'OUT-VAL-020',
      ]);
    }
    expect(await desk.refusal(analyst, { kind: 'edit', record: low, fields: { parent: top } })).toEqual([]);
  });
});

describe('EXE-10 checks across fields', () => {
  test('EXE-10 a new fault is refused at its field', async () => {
    const id = await newTicket({ effort: 600 });
    const found = await problems({ kind: 'edit', record: id, fields: { urgent: true } });
    expect(found).toMatchObject([{ code: 'OUT-VAL-013', what: { field: 'effort' } }]);
  });

  test('EXE-10 a fault from before stops no other work', async () => {
    const id = await newTicket({ urgent: true });
    const state = desk.states.get(id);
    if (state?.create) {
      const fields = { ...state.create.fields, effort: 600 };
      desk.states.set(id, { ...state, create: { ...state.create, fields } });
    }
    expect(await desk.refusal(analyst, { kind: 'edit', record: id, fields: { title: 'Other' } })).toEqual([]);
    expect(await desk.refusal(analyst, { kind: 'act', record: id, action: 'start', inputs: {} })).toEqual([]);
    expect(await desk.refusal(analyst, { kind: 'edit', record: id, fields: { effort: 700 } })).toEqual([
      'OUT-VAL-013',
    ]);
  });
});

describe('EXE-11 notes', () => {
  test('EXE-11 a note says something, and its minutes are a whole number from 0', async () => {
    const id = await newTicket();
    const note = (text: string, minutes?: number) =>
      desk.refusal(analyst, {
        kind: 'note',
        record: id,
        text,
        audience: 'internal',
        ...(minutes === undefined ? {} : { minutes }),
      });
    expect(await note('  ')).toEqual(['OUT-VAL-001']);
    for (const minutes of [-1, 1.5, NaN, Infinity]) expect(await note('x', minutes)).toEqual(['OUT-VAL-006']);
    expect(await note('x', 0)).toEqual([]);
  });
});
