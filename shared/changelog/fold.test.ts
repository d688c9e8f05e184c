import { describe, expect, test } from 'vitest';
import { act, addTo, create, EntryWriter, removeFrom, retract, set } from '#test/support/entries.ts';
import { ticket } from '#test/support/sample-catalogue.ts';
import type { RecordView } from '../definition/record.ts';
import { shapeOf } from '../engine/shape.ts';
import type { Entry, EntryBody } from './entry.ts';
import { foldRecord, refOf } from './fold.ts';
import { projectRecord } from './project.ts';

function show(writer: EntryWriter): RecordView {
  const view = projectRecord(foldRecord(writer.entries), shapeOf(ticket));
  if (!view) throw new Error('The record is not made yet.');
  return view;
}

/** A record that A made and everybody knows. */
function begun(fields?: Parameters<typeof create>[0]): { log: EntryWriter; made: Entry } {
  const log = new EntryWriter();
  return { log, made: log.write('A', create(fields)) };
}

describe('FOLD-1 values', () => {
  test('FOLD-1 a later set that names the earlier one replaces it', () => {
    const { log, made } = begun();
    const first = log.write('A', set('title', 'First', made));
    log.write('B', set('title', 'Second', first));
    expect(show(log)).toMatchObject({ fields: { title: 'Second' }, conflicts: [] });
  });

  test('FOLD-1 sets that did not see each other are a conflict: all values, authors and times are kept', () => {
    const { log, made } = begun();
    const mine = log.write('A', set('title', 'Mine', made), [made], { wall: 10 });
    const theirs = log.write('B', set('title', 'Theirs', made), [made], { wall: 20 });
    const view = show(log);
    expect(view.fields['title']).toBe('Theirs');
    expect(view.conflicts).toEqual([
      {
        field: 'title',
        heads: [
          { ref: refOf(theirs), value: 'Theirs', at: 20, actor: 'person-B' },
          { ref: refOf(mine), value: 'Mine', at: 10, actor: 'person-A' },
        ],
      },
    ]);
  });

  test('FOLD-1 a set that names all heads settles the conflict', () => {
    const { log, made } = begun();
    const mine = log.write('A', set('title', 'Mine', made), [made]);
    const theirs = log.write('B', set('title', 'Theirs', made), [made]);
    log.write('C', set('title', 'Mine', mine, theirs));
    expect(show(log)).toMatchObject({ fields: { title: 'Mine' }, conflicts: [] });
  });

  test('FOLD-1 equal values and different fields are no conflict', () => {
    const { log, made } = begun();
    const rows = [{ what: 'Cable', count: 1 }];
    const sameRows = [{ count: 1, what: 'Cable' }];
    log.write('A', set('title', 'Same', made), [made]);
    log.write('B', set('title', 'Same', made), [made]);
    log.write('A', set('lines', rows), [made]);
    log.write('B', set('lines', sameRows), [made]);
    log.write('C', set('effort', 3), [made]);
    expect(show(log)).toMatchObject({ conflicts: [], fields: { title: 'Same', lines: sameRows, effort: 3 } });
  });

  test('FOLD-1 a clock that is ten years ahead wins only among those that knew as much', () => {
    const { log, made } = begun();
    const year = 365 * 86_400_000;
    const ahead = log.write('A', set('title', 'From the future', made), [made], { wall: 10 * year });
    log.write('B', set('title', 'Now', ahead), log.entries, { wall: 1 });
    expect(show(log)).toMatchObject({ fields: { title: 'Now' }, conflicts: [] });
  });
});

describe('FOLD-2 acts', () => {
  test('FOLD-2 the branch whose tip has the highest stamp is the life; the other acts are overtaken', () => {
    const { log, made } = begun();
    const start = log.write('A', act('start', 'working', made), [made], { wall: 1 });
    const stale = log.write('B', act('drop', 'dropped', made), [made], { wall: 9_999 });
    const done = log.write('A', act('finish', 'done', start), [made, start], { wall: 2 });
    const view = show(log);
    expect(view.state).toBe('done');
    expect(view.life.map(({ ref }) => ref)).toEqual([refOf(start), refOf(done)]);
    expect(view.overtaken).toMatchObject([{ ref: refOf(stale), why: 'overtaken' }]);
  });

  test('FOLD-2 the same action to the same state by two people is one act, and both go on from it', () => {
    const { log, made } = begun();
    const mine = log.write('A', act('start', 'working', made), [made]);
    const theirs = log.write('B', act('start', 'working', made), [made]);
    log.write('B', act('finish', 'done', theirs), [made, theirs]);
    const view = show(log);
    expect(view.life.map(({ action }) => action)).toEqual(['start', 'finish']);
    expect(view.life[0]?.ref).toBe(refOf(mine));
    expect(view.overtaken).toEqual([]);
  });

  test('FOLD-2 an act that the table does not allow ends its branch, and what follows it', () => {
    const { log, made } = begun();
    const start = log.write('A', act('start', 'working', made));
    const wrong = log.write('B', act('close', 'closed', start));
    const after = log.write('B', act('reopen', 'working', wrong));
    const view = show(log);
    expect(view.state).toBe('working');
    expect(view.overtaken).toMatchObject([
      { ref: refOf(wrong), why: 'illegal' },
      { ref: refOf(after), why: 'illegal' },
    ]);
  });

  test('FOLD-2 an act of a right action to a wrong state is not allowed', () => {
    const { log, made } = begun();
    log.write('A', act('start', 'closed', made));
    expect(show(log)).toMatchObject({ state: 'new', overtaken: [{ why: 'illegal' }] });
  });

  test('FOLD-2 an act whose base has not arrived waits for it', () => {
    const { log, made } = begun();
    const start = log.write('A', act('start', 'working', made));
    log.write('A', act('finish', 'done', start));
    const some = log.entries.filter((entry) => entry !== start);
    expect(projectRecord(foldRecord(some), shapeOf(ticket))?.state).toBe('new');
    expect(show(log).state).toBe('done');
  });

  test('FOLD-2 what an act wrote into fields merges as any set does, also where the act is overtaken', () => {
    const { log, made } = begun();
    const start = log.write('A', act('start', 'working', made));
    const more = log.write('A', set('effort', 1));
    log.write('B', act('await', 'waiting', start, { waitReason: { value: 'user', base: [] } }), [
      made,
      start,
    ]);
    log.write('A', act('finish', 'done', start), [made, start, more]);
    expect(show(log)).toMatchObject({ state: 'done', fields: { waitReason: 'user' } });
  });
});

describe('FOLD-3 sets', () => {
  test('FOLD-3 two people adding different members both win', () => {
    const { log, made } = begun();
    log.write('A', addTo('tags', 'wan'), [made]);
    log.write('B', addTo('tags', 'lan'), [made]);
    expect(show(log).fields['tags']).toEqual(['wan', 'lan']);
  });

  test('FOLD-3 adding wins over a removal that did not see it', () => {
    const { log, made } = begun({ title: 'It', tags: ['wan'] });
    log.write('A', removeFrom('tags', 'wan', made), [made]);
    log.write('B', addTo('tags', 'wan'), [made]);
    expect(show(log).fields['tags']).toEqual(['wan']);
  });

  test('FOLD-3 a removal takes away every addition that its author saw', () => {
    const { log, made } = begun({ title: 'It', tags: ['wan'] });
    const again = log.write('B', addTo('tags', 'wan'), [made]);
    log.write('A', removeFrom('tags', 'wan', made, again));
    expect(show(log).fields['tags']).toEqual([]);
  });

  test.each(['constructor', '__proto__', 'toString', '7'])(
    'FOLD-3 “%s” is a member like any other',
    (member) => {
      const { log, made } = begun();
      const added = log.write('A', addTo('tags', 'a', member), [made]);
      expect(show(log).fields['tags']).toContain(member);
      log.write('A', removeFrom('tags', member, added));
      expect(show(log).fields['tags']).toEqual(['a']);
    },
  );
});

describe('FOLD-4 unknown kinds', () => {
  test('FOLD-4 an entry of an unknown kind is kept and counted, and the record shows the rest', () => {
    const { log, made } = begun();
    log.write('B', { kind: 'weigh', grams: 3 } as unknown as EntryBody);
    log.write('A', set('title', 'After', made));
    const state = foldRecord(log.entries);
    expect(state.unknown).toBe(1);
    expect(show(log).fields['title']).toBe('After');
  });

  test('FOLD-4 fields that the declaration does not have are kept', () => {
    const { log, made } = begun({ title: 'It', later: 1 });
    log.write('A', set('constructor', 'x'), [made]);
    expect(show(log).fields).toMatchObject({ later: 1, constructor: 'x' });
  });
});

describe('FOLD-5 notes', () => {
  test('FOLD-5 notes and minutes add up; the newest note to stakeholders is remembered', () => {
    const { log, made } = begun();
    log.write('A', { kind: 'note', text: 'a', audience: 'internal', minutes: 5 }, [made]);
    log.write('B', { kind: 'note', text: 'b', audience: 'stakeholders', minutes: 7 }, [made], { wall: 70 });
    log.write('C', { kind: 'note', text: 'c', audience: 'internal' }, [made]);
    expect(show(log)).toMatchObject({ noteCount: 3, minutesSpent: 12, lastStakeholderUpdateAt: 70 });
  });
});

describe('FOLD-12 files', () => {
  const file = (name: string) =>
    ({ kind: 'attach', name, size: 3, type: '', hash: 'ab'.repeat(32), audience: 'internal' }) as const;

  test('FOLD-12 files of several devices add up in stamp order, the same content twice is two', () => {
    const { log, made } = begun();
    log.write('B', file('b'), [made], { wall: 20 });
    log.write('A', file('a'), [made], { wall: 10 });
    log.write('C', file('a'), [made], { wall: 30 });
    expect(show(log)).toMatchObject({ conflicts: [] });
    expect(show(log).attachments?.map(({ name, actor }) => [name, actor])).toEqual([
      ['a', 'person-A'],
      ['b', 'person-B'],
      ['a', 'person-C'],
    ]);
  });

  test('FOLD-12 a file that was taken back is gone, and comes back with the retraction taken back', () => {
    const { log } = begun();
    const attached = log.write('A', file('a'));
    expect(show(log).attachments).toHaveLength(1);
    const back = log.write('A', retract(attached));
    expect(show(log).attachments).toBeUndefined();
    log.write('A', retract(back));
    expect(show(log).attachments).toMatchObject([{ name: 'a', ref: refOf(attached) }]);
  });
});

describe('FOLD-7 keys', () => {
  test('FOLD-7 of entries with one key the first by stamp counts, and who named another named that one', () => {
    const { log, made } = begun();
    const mine = log.write('A', set('title', 'Imported', made), [made], { key: 'row 7', wall: 1 });
    const theirs = log.write('B', set('title', 'Imported twice', made), [made], { key: 'row 7', wall: 2 });
    expect(show(log)).toMatchObject({ fields: { title: 'Imported' }, conflicts: [] });
    log.write('B', set('title', 'By hand', theirs), [made, theirs]);
    expect(show(log)).toMatchObject({ fields: { title: 'By hand' }, conflicts: [] });
    expect(foldRecord(log.entries).keys).toEqual({ 'row 7': refOf(mine) });
  });

  test('FOLD-7 an act with a key counts once, and acts after either follow it', () => {
    const { log, made } = begun();
    log.write('A', act('start', 'working', made), [made], { key: 'start', wall: 1 });
    const twin = log.write('B', act('touch', 'new', made), [made], { key: 'start', wall: 2 });
    log.write('B', act('finish', 'done', twin), [made, twin]);
    expect(show(log).life.map(({ action }) => action)).toEqual(['start', 'finish']);
  });

  test('FOLD-7 a key that was taken back counts for the other entry that has it', () => {
    const { log, made } = begun();
    const mine = log.write('A', set('title', 'Mine', made), [made], { key: 'row 7', wall: 1 });
    log.write('B', set('title', 'Theirs', made), [made], { key: 'row 7', wall: 2 });
    log.write('A', retract(mine), [made, mine]);
    expect(show(log).fields['title']).toBe('Theirs');
  });
});

describe('FOLD-8 taking back', () => {
  test('FOLD-8 a set that was taken back leaves what was there before', () => {
    const { log, made } = begun();
    const wrong = log.write('A', set('title', 'Wrong', made));
    log.write('A', retract(wrong));
    expect(show(log)).toMatchObject({ fields: { title: 'It broke' }, conflicts: [] });
  });

  test('FOLD-8 taking back a taking back brings it again', () => {
    const { log, made } = begun();
    const right = log.write('A', set('title', 'Right', made));
    const undone = log.write('A', retract(right));
    log.write('A', retract(undone));
    expect(show(log).fields['title']).toBe('Right');
  });

  test('FOLD-8 who wrote after a set that is taken back meant what stood before it: no conflict', () => {
    const { log, made } = begun();
    const wrong = log.write('A', set('title', 'Wrong', made));
    log.write('B', set('title', 'By B', wrong), [made, wrong]);
    log.write('A', retract(wrong), [made, wrong]);
    expect(show(log)).toMatchObject({ fields: { title: 'By B' }, conflicts: [] });
  });

  test('FOLD-8 that goes through several sets that were taken back, and through later arrivals', () => {
    const { log, made } = begun();
    const one = log.write('A', set('title', 'One', made));
    const two = log.write('A', set('title', 'Two', one));
    log.write('A', retract(one, two), [made, one, two]);
    log.write('B', set('title', 'By B', two), [made, one, two]);
    expect(show(log)).toMatchObject({ fields: { title: 'By B' }, conflicts: [] });
  });

  test('FOLD-8 an act after an act that was taken back follows the one before it', () => {
    const { log, made } = begun();
    const touch = log.write('A', act('touch', 'new', made));
    log.write('B', act('start', 'working', touch), [made, touch]);
    log.write('A', retract(touch), [made, touch]);
    const view = show(log);
    expect(view.life.map(({ action }) => action)).toEqual(['start']);
    expect(view.overtaken).toEqual([]);
  });

  test('FOLD-8 where that is no longer allowed, it is set aside as such', () => {
    const { log, made } = begun();
    const start = log.write('A', act('start', 'working', made));
    const wait = log.write('B', act('await', 'waiting', start), [made, start]);
    log.write('A', retract(start), [made, start]);
    expect(show(log)).toMatchObject({ state: 'new', overtaken: [{ ref: refOf(wait), why: 'illegal' }] });
  });

  test('FOLD-8 a member that was added and taken back is gone, one that was removed is back', () => {
    const { log, made } = begun({ title: 'It', tags: ['wan'] });
    const added = log.write('A', addTo('tags', 'lan'));
    const removed = log.write('A', removeFrom('tags', 'wan', made));
    log.write('A', retract(added, removed));
    expect(show(log).fields['tags']).toEqual(['wan']);
  });

  test('FOLD-8 nobody takes back what another wrote', () => {
    const { log, made } = begun();
    const theirs = log.write('B', set('title', 'Theirs', made));
    log.write('A', retract(theirs));
    expect(show(log).fields['title']).toBe('Theirs');
  });

  test('FOLD-8 nor what is still to come, so that it does not matter which arrives first', () => {
    const { log, made } = begun();
    const early = log.write('A', { kind: 'retract', entries: ['A:3'] });
    const later = log.write('A', set('title', 'Later', made), [made, early]);
    expect(refOf(later)).toBe('A:3');
    expect(show(log).fields['title']).toBe('Later');
  });

  test('FOLD-8 nor the making of the record', () => {
    const { log, made } = begun();
    log.write('A', retract(made));
    expect(show(log).fields['title']).toBe('It broke');
  });
});

describe('FOLD-9 making', () => {
  test('FOLD-9 a record that two devices made under one id is one record, and both go on with it', () => {
    const log = new EntryWriter();
    log.write('A', create({ title: 'Seed' }), [], { wall: 1 });
    const again = log.write('B', create({ title: 'Seed' }), [], { wall: 2 });
    log.write('B', set('title', 'Renamed', again), [again]);
    log.write('B', act('start', 'working', again), [again]);
    expect(show(log)).toMatchObject({
      state: 'working',
      fields: { title: 'Renamed' },
      conflicts: [],
      overtaken: [],
      createdBy: 'person-A',
    });
  });

  test('FOLD-9 until the entry that makes it arrives, there is no record', () => {
    const { log, made } = begun();
    const first = log.write('A', set('title', 'Early', made));
    expect(projectRecord(foldRecord([first]), shapeOf(ticket))).toBeUndefined();
  });
});

describe('FOLD-10 time and author', () => {
  test('FOLD-10 what a source says of time and author is shown; the order stays that of the entries', () => {
    const { log, made } = begun();
    log.write('A', act('start', 'working', made), [made], {
      origin: { at: 5, by: 'Ms Old', inferred: true },
    });
    const view = show(log);
    expect(view.life).toMatchObject([{ at: 5, actor: 'Ms Old', inferred: true }]);
    expect(view).toMatchObject({ updatedAt: 5, updatedBy: 'Ms Old' });
  });
});
