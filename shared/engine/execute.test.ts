import { beforeEach, describe, expect, test } from 'vitest';
import { actorWith, analyst, manager, sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { Replica } from '#test/support/replica.ts';
import type { Problem } from '../kernel/errors.ts';
import { deterministicRecordId } from '../kernel/ids.ts';
import { isMemberChange } from '../changelog/entry.ts';

const outsider = actorWith('outsider', 'requester');
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

describe('EXE-1 all or nothing', () => {
  test('EXE-1 every problem is told, at its field, and nothing is written', async () => {
    const found = await problems({
      kind: 'create',
      type: 'ticket',
      fields: { effort: -1, due: 'soon', nonsense: 1 },
    });
    expect(found.map(({ code, what }) => [code, what?.field])).toEqual([
      ['OUT-VAL-006', 'effort'],
      ['OUT-VAL-002', 'due'],
      ['OUT-VAL-009', 'nonsense'],
      ['OUT-VAL-001', 'title'],
    ]);
  });

  test('EXE-1 a problem of an effect refuses the whole command', async () => {
    const id = await newTicket();
    const found = await problems({ kind: 'act', record: id, action: 'drop', inputs: {} }, manager);
    expect(found.map(({ code, what }) => [code, what?.field])).toEqual([['OUT-VAL-001', 'title']]);
    expect(desk.view(id).state).toBe('new');
  });

  test('EXE-1 a record type that is not declared here is refused as such', async () => {
    expect(await desk.refusal(analyst, { kind: 'create', type: 'spaceship', fields: {} })).toEqual([
      'OUT-LOG-006',
    ]);
  });
});

describe('EXE-2 permission', () => {
  test('EXE-2 making, changing, acting and noting need their rights, and the refusal says who gives them', async () => {
    const id = await newTicket();
    const commands = [
      { kind: 'create', type: 'ticket', fields: { title: 'x' } },
      { kind: 'edit', record: id, fields: { title: 'x' } },
      { kind: 'act', record: id, action: 'start', inputs: {} },
      { kind: 'note', record: id, text: 'x', audience: 'internal' },
      {
        kind: 'attach',
        record: id,
        name: 'x',
        size: 1,
        type: '',
        hash: 'ab'.repeat(32),
        audience: 'internal',
      },
    ] as const;
    for (const command of commands) {
      const [found] = await problems(command, outsider);
      expect(found?.code).toBe('OUT-PER-001');
      expect(found?.message).toContain('work tickets');
    }
  });

  test('EXE-2 what one may not see is not there for them', async () => {
    const id = await desk.create(manager, 'ticket', { title: 'x', secret: 'hidden' });
    expect(await desk.refusal(analyst, { kind: 'edit', record: id, fields: { title: 'y' } })).toEqual([
      'OUT-VAL-022',
    ]);
    expect(await desk.refusal(manager, { kind: 'edit', record: id, fields: { title: 'y' } })).toEqual([]);
  });

  test('EXE-2 effects are not asked for rights: the act that caused them was', async () => {
    const parent = await newTicket();
    const child = await desk.create(manager, 'ticket', { title: 'Child', parent, secret: 'hidden' });
    await desk.must(analyst, {
      kind: 'act',
      record: parent,
      action: 'finish',
      inputs: { outcome: 'Solved' },
    });
    expect(desk.view(child).state).toBe('done');
  });
});

describe('EXE-3 making', () => {
  test('EXE-3 values given, defaults for the rest, the first state, a number of its own', async () => {
    const [first, second] = [await newTicket({ urgency: '1', details: '  ' }), await newTicket()];
    expect(desk.view(first)).toMatchObject({ number: 'TIC-7A-00001', state: 'new', createdBy: 'analyst' });
    expect(desk.view(first).fields).toEqual({ title: 'It broke', impact: '3', urgency: '1' });
    expect(desk.view(second).number).toBe('TIC-7A-00002');
  });

  test('EXE-3 a given empty value keeps a default away', async () => {
    expect(desk.view(await newTicket({ impact: null })).fields['impact']).toBeUndefined();
  });

  test('EXE-3 blank text is no value', async () => {
    expect(
      await desk.refusal(analyst, { kind: 'create', type: 'ticket', fields: { title: ' \n ' } }),
    ).toEqual(['OUT-VAL-001']);
  });

  test('EXE-3 a set holds each member once', async () => {
    expect(desk.view(await newTicket({ tags: ['a', 'b', 'a'] })).fields['tags']).toEqual(['a', 'b']);
  });

  test('EXE-3 under a given id a record is made once, and only under a record id', async () => {
    const id = deterministicRecordId(['a', 'b']);
    await desk.must(analyst, { kind: 'create', type: 'ticket', id, fields: { title: 'First' } });
    const again = { kind: 'create', type: 'ticket', id, fields: { title: 'Second' } } as const;
    expect((await problems(again))[0]).toMatchObject({
      code: 'OUT-VAL-012',
      message: expect.stringContaining('TIC-7A-00001'),
    });
    expect(await desk.refusal(analyst, { ...again, id: 'seven' })).toEqual(['OUT-VAL-002']);
  });

  test('EXE-3 fields that actions set, and hidden ones, cannot be given', async () => {
    const fields = { title: 'x', outcome: 'y', secret: 'z' };
    expect(await desk.refusal(analyst, { kind: 'create', type: 'ticket', fields })).toEqual([
      'OUT-VAL-019',
      'OUT-PER-002',
    ]);
    expect(
      await desk.refusal(manager, { kind: 'create', type: 'ticket', fields: { title: 'x', secret: 'z' } }),
    ).toEqual([]);
  });
});

describe('EXE-4 changing', () => {
  test('EXE-4 only what differs is written, and it names what it replaces', async () => {
    const id = await newTicket({ effort: 5, lines: [{ what: 'Cable', count: 1 }] });
    const fields = { title: 'It broke', effort: 6, lines: [{ count: 1, what: 'Cable' }], cost: null };
    const { entries } = await desk.must(analyst, { kind: 'edit', record: id, fields });
    const made = desk.states.get(id)?.create?.ref;
    expect(entries.map(({ body }) => body)).toEqual([
      { kind: 'set', fields: { effort: { value: 6, base: [made] } } },
    ]);
  });

  test('EXE-4 no change writes no entry', async () => {
    const id = await newTicket({ tags: ['a'] });
    const same = { title: 'It broke', tags: ['a'], details: '', due: null };
    expect((await desk.must(analyst, { kind: 'edit', record: id, fields: same })).entries).toEqual([]);
  });

  test('EXE-4 a set field says who joined and who left, and which additions its author saw', async () => {
    const id = await newTicket({ tags: ['a', 'b'] });
    const { entries } = await desk.must(analyst, {
      kind: 'edit',
      record: id,
      fields: { tags: ['b', 'c', 'c'] },
    });
    const [body] = entries.map((entry) => entry.body);
    const change = body?.kind === 'set' ? body.fields['tags'] : undefined;
    expect(change && isMemberChange(change) && change).toEqual({
      add: ['c'],
      remove: [{ member: 'a', seen: [desk.states.get(id)?.create?.ref] }],
    });
  });

  test('EXE-4 giving a field in conflict the value it shows settles the conflict', async () => {
    const id = await newTicket();
    const other = new Replica(sampleCatalogue, 'B');
    other.receive(desk);
    await desk.must(analyst, { kind: 'edit', record: id, fields: { title: 'Mine' } });
    await other.must(manager, { kind: 'edit', record: id, fields: { title: 'Theirs' } });
    desk.receive(other);
    const { fields, conflicts } = desk.view(id);
    expect(conflicts).toHaveLength(1);
    await desk.must(analyst, { kind: 'edit', record: id, fields: { title: fields['title'] ?? '' } });
    expect(desk.view(id)).toMatchObject({ conflicts: [], fields });
    other.receive(desk);
    expect(other.view(id)).toEqual(desk.view(id));
  });

  test('EXE-4 a required field cannot be emptied, and one that is empty stops no other change', async () => {
    const id = await newTicket();
    expect(await desk.refusal(analyst, { kind: 'edit', record: id, fields: { title: '' } })).toEqual([
      'OUT-VAL-001',
    ]);
    const imported = await desk.create(analyst, 'ticket', { title: 'x' });
    const state = desk.states.get(imported);
    if (state?.create) desk.states.set(imported, { ...state, create: { ...state.create, fields: {} } });
    expect(await desk.refusal(analyst, { kind: 'edit', record: imported, fields: { effort: 1 } })).toEqual(
      [],
    );
  });

  test('EXE-4 a record that is not here cannot be changed', async () => {
    const record = deterministicRecordId(['nobody']);
    expect(await desk.refusal(analyst, { kind: 'edit', record, fields: {} })).toEqual(['OUT-VAL-022']);
  });
});

describe('EXE-5 finished records', () => {
  async function closed(): Promise<string> {
    const id = await newTicket();
    await desk.must(analyst, { kind: 'act', record: id, action: 'finish', inputs: { outcome: 'Solved' } });
    await desk.must(analyst, { kind: 'act', record: id, action: 'close', inputs: {} });
    return id;
  }

  test('EXE-5 they take notes and no changes', async () => {
    const id = await closed();
    const [found] = await problems({ kind: 'edit', record: id, fields: { title: 'Other' } });
    expect(found).toMatchObject({ code: 'OUT-LIF-006', what: { field: 'title' } });
    expect(
      await desk.refusal(analyst, { kind: 'note', record: id, text: 'Ring back', audience: 'internal' }),
    ).toEqual([]);
  });

  test('EXE-5 but their conflicts can be settled', async () => {
    const id = await newTicket();
    const other = new Replica(sampleCatalogue, 'B');
    other.receive(desk);
    await desk.must(analyst, { kind: 'edit', record: id, fields: { title: 'Mine' } });
    await other.must(analyst, { kind: 'edit', record: id, fields: { title: 'Theirs' } });
    await desk.must(analyst, { kind: 'act', record: id, action: 'finish', inputs: { outcome: 'Solved' } });
    await desk.must(analyst, { kind: 'act', record: id, action: 'close', inputs: {} });
    desk.receive(other);
    expect(await desk.refusal(analyst, { kind: 'edit', record: id, fields: { title: 'Settled' } })).toEqual(
      [],
    );
    expect(desk.view(id)).toMatchObject({ state: 'closed', conflicts: [], fields: { title: 'Settled' } });
  });
});

describe('EXE-6 acting', () => {
  test('EXE-6 the refusal of an action says where it stands and what is allowed', async () => {
    const id = await newTicket();
    const [found] = await problems({ kind: 'act', record: id, action: 'close', inputs: {} });
    expect(found).toMatchObject({
      code: 'OUT-LIF-002',
      next: expect.stringContaining('Start, Touch, Finish, Convert'),
    });
    expect(await desk.refusal(analyst, { kind: 'act', record: id, action: 'fly', inputs: {} })).toEqual([
      'OUT-LIF-001',
    ]);
  });

  test('EXE-6 what it needs must be there, from before or with it; what is not asked for is refused', async () => {
    const id = await newTicket();
    const found = await problems({ kind: 'act', record: id, action: 'finish', inputs: { effort: 3 } });
    expect(found.map(({ code, what }) => [code, what?.field])).toEqual([
      ['OUT-VAL-019', 'effort'],
      ['OUT-VAL-001', 'outcome'],
    ]);
    await desk.must(analyst, { kind: 'act', record: id, action: 'finish', inputs: { outcome: 'Solved' } });
    await desk.must(manager, { kind: 'act', record: id, action: 'reopen', inputs: {} });
    await desk.must(analyst, { kind: 'act', record: id, action: 'finish', inputs: {} });
    expect(desk.view(id).life.map(({ inputs }) => inputs)).toEqual([{ outcome: 'Solved' }, {}, {}]);
  });

  test('EXE-6 the guard speaks once the values are sound', async () => {
    const id = await newTicket({ urgent: true });
    const finish = (outcome: unknown) =>
      desk.refusal(analyst, {
        kind: 'act',
        record: id,
        action: 'finish',
        inputs: { outcome: outcome as string },
      });
    expect(await finish(7)).toEqual(['OUT-VAL-002']);
    expect(await finish('Solved')).toEqual(['OUT-LIF-003']);
  });

  test('EXE-6 an act that keeps the state is part of the life', async () => {
    const id = await newTicket();
    await desk.must(analyst, { kind: 'act', record: id, action: 'touch', inputs: { effort: 1 } });
    expect(desk.view(id)).toMatchObject({
      state: 'new',
      fields: { effort: 1 },
      life: [{ action: 'touch', from: 'new', to: 'new' }],
    });
  });
});
