import { describe, expect, test } from 'vitest';
import { act, create, EntryWriter, retract, rule, set } from '#test/support/entries.ts';
import { ticket } from '#test/support/sample-catalogue.ts';
import type { RecordView } from '../definition/record.ts';
import { shapeOf } from '../engine/shape.ts';
import type { Entry } from './entry.ts';
import { canExtend, foldRecord, refOf } from './fold.ts';
import { projectRecord } from './project.ts';

function show(writer: EntryWriter): RecordView {
  const view = projectRecord(foldRecord(writer.entries), shapeOf(ticket));
  if (!view) throw new Error('The record is not made yet.');
  return view;
}

/** A record that A made and everybody knows. */
function begun(): { log: EntryWriter; made: Entry } {
  const log = new EntryWriter();
  return { log, made: log.write('A', create()) };
}

/** The log of a hub is nobody's. */
const byHub = { actor: '' } as const;

describe('FOLD-13 rulings', () => {
  test('FOLD-13 a set that a hub set aside changes nothing, and the state tells why and who ruled', () => {
    const { log, made } = begun();
    const rogue = log.write('A', set('title', 'Rogue', made), [made], { wall: 50 });
    log.write('H', rule('aside', rogue), log.entries, byHub);
    expect(show(log)).toMatchObject({
      fields: { title: 'It broke' },
      conflicts: [],
      updatedBy: 'person-A',
      updatedAt: 0,
    });
    expect(foldRecord(log.entries).aside).toEqual({
      [refOf(rogue)]: { hub: 'H', code: 'OUT-PER-001', reason: 'You may not work tickets.' },
    });
  });

  test('FOLD-13 who wrote after it meant what stood before it: no conflict, and acts go on from there', () => {
    const { log, made } = begun();
    const rogue = log.write(
      'A',
      act('touch', 'new', made, { title: { value: 'Rogue', base: [refOf(made)] } }),
    );
    log.write('B', set('title', 'By B', rogue));
    log.write('B', act('start', 'working', rogue));
    log.write('H', rule('aside', rogue), [made, rogue], byHub);
    expect(show(log)).toMatchObject({
      state: 'working',
      fields: { title: 'By B' },
      conflicts: [],
      overtaken: [],
    });
  });

  test('FOLD-13 a hub takes back its own ruling, and nobody else’s', () => {
    const { log, made } = begun();
    const disputed = log.write('A', set('title', 'Disputed', made));
    log.write('H', rule('aside', disputed), log.entries, byHub);
    log.write('I', rule('stands', disputed), log.entries, byHub);
    expect(show(log).fields['title']).toBe('It broke');
    log.write('H', rule('stands', disputed), log.entries, byHub);
    expect(show(log).fields['title']).toBe('Disputed');
    expect(foldRecord(log.entries)).not.toHaveProperty('aside');
    log.write('I', rule('aside', disputed), log.entries, byHub);
    expect(show(log).fields['title']).toBe('It broke');
  });

  test('FOLD-13 a making that was set aside leaves no record; another making of the same record counts', () => {
    const { log, made } = begun();
    const ruling = log.write('H', rule('aside', made), log.entries, byHub);
    expect(projectRecord(foldRecord(log.entries), shapeOf(ticket))).toBeUndefined();
    const seed = log.write('B', create({ title: 'Seed' }), [made, ruling]);
    log.write('B', set('title', 'Renamed', made), log.entries);
    log.write('B', act('start', 'working', made), log.entries);
    expect(show(log)).toMatchObject({ state: 'working', fields: { title: 'Renamed' }, conflicts: [] });
    expect(foldRecord(log.entries).create?.ref).toBe(refOf(seed));
  });

  test('FOLD-13 a retraction that was set aside takes nothing back', () => {
    const { log, made } = begun();
    const right = log.write('A', set('title', 'Right', made));
    const undone = log.write('A', retract(right));
    expect(show(log).fields['title']).toBe('It broke');
    log.write('H', rule('aside', undone), log.entries, byHub);
    expect(show(log).fields['title']).toBe('Right');
  });

  test('FOLD-13 nobody rules on rulings or vouches, takes a ruling back in its place, or rules as a person', () => {
    const { log, made } = begun();
    const rogue = log.write('A', set('title', 'Rogue', made));
    const ruling = log.write('H', rule('aside', rogue), log.entries, byHub);
    log.write('I', rule('aside', ruling), log.entries, byHub);
    log.write('I', retract(ruling), log.entries, byHub);
    log.write('B', rule('stands', rogue));
    log.write('B', rule('aside', made));
    expect(show(log).fields['title']).toBe('It broke');
    expect(Object.keys(foldRecord(log.entries).aside ?? {})).toEqual([refOf(rogue)]);
  });

  test('FOLD-13 a ruling that arrives before what it is about waits for it', () => {
    const { log, made } = begun();
    const rogue = log.write('A', set('title', 'Rogue', made));
    const ruling = log.write('H', rule('aside', rogue), [], byHub);
    let state = foldRecord([made]);
    for (const [index, entry] of [ruling, rogue].entries()) {
      expect(canExtend(state, entry)).toBe(false);
      state = foldRecord([made, ruling, rogue].slice(0, index + 2));
    }
    expect(projectRecord(state, shapeOf(ticket))?.fields['title']).toBe('It broke');
  });

  test('FOLD-13 the key of what was set aside counts for the other entry that has it', () => {
    const { log, made } = begun();
    const rogue = log.write('A', set('title', 'Rogue', made), [made], { key: 'row 7', wall: 1 });
    log.write('B', set('title', 'Theirs', made), [made], { key: 'row 7', wall: 2 });
    log.write('H', rule('aside', rogue), log.entries, { ...byHub, key: 'row 8' });
    expect(show(log).fields['title']).toBe('Theirs');
    expect(Object.keys(foldRecord(log.entries).keys)).toEqual(['row 7']);
  });

  test('FOLD-13 a vouch is no change of the record', () => {
    const { log } = begun();
    const before = foldRecord(log.entries);
    log.write('B', { kind: 'vouch', replica: 'B', key: 'key', signature: 'signed' }, log.entries, {
      wall: 99,
    });
    const { stamp, replica, ...last } = before.last;
    expect(foldRecord(log.entries)).toMatchObject({ ...before, last });
    expect([stamp, replica]).toBeDefined();
  });
});
