import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRun } from '#test/support/arbitrary-entries.ts';
import { act, create, EntryWriter, set } from '#test/support/entries.ts';
import { ticket } from '#test/support/sample-catalogue.ts';
import { shapeOf } from '../engine/shape.ts';
import type { Entry, EntryBody } from './entry.ts';
import type { FoldState } from './fold-state.ts';
import { canExtend, compareEntries, extendFold, foldRecord } from './fold.ts';
import { projectRecord } from './project.ts';
import { soundEntry } from './sound-entry.ts';

const shape = shapeOf(ticket);

describe('entries that hold anything', () => {
  test('FOLD-11 folding and projecting never throws, and step by step comes to the same', () => {
    const runs = fc.tuple(anyRun, anyRun).map((both) => both.flat());
    fc.assert(
      fc.property(runs, (entries) => {
        const distinct = new Map(entries.map((entry) => [`${entry.replica}:${entry.seq}`, entry]));
        // As one record, whose making is sound, so that there is something to show.
        const writer = new EntryWriter();
        writer.write('AAAAAAAAAAB', create({ title: 'It broke', tags: ['x'] }));
        const record = [...writer.entries, ...distinct.values()].map((entry): Entry => ({
          ...entry,
          record: 'record',
        }));
        const folded = foldRecord(record);
        projectRecord(folded, shape);
        const sorted = [...record].sort(compareEntries);
        let state: FoldState | undefined;
        sorted.forEach((entry, place) => {
          state = canExtend(state, entry) ? extendFold(state, entry) : foldRecord(sorted.slice(0, place + 1));
          projectRecord(state, shape);
        });
        expect(state).toEqual(folded);
      }),
      { numRuns: 1000 },
    );
  });

  const made = create();
  const file = {
    kind: 'attach',
    name: 'a.png',
    size: 3,
    type: 'image/png',
    hash: 'ab'.repeat(32),
    audience: 'internal',
  };
  const broken: readonly (readonly [string, unknown])[] = [
    ['fields are null', { kind: 'set', fields: null }],
    ['fields are a list', { kind: 'set', fields: [] }],
    ['a change is null', { kind: 'set', fields: { title: null } }],
    ['a base is missing', { kind: 'set', fields: { title: { value: 'x' } } }],
    ['a base is no list', { kind: 'set', fields: { title: { value: 'x', base: 'A:1' } } }],
    ['a value is an object', { kind: 'set', fields: { title: { value: { toString: 1 }, base: [] } } }],
    ['a member is no text', { kind: 'set', fields: { tags: { add: [{ toString: 1 }], remove: [] } } }],
    ['a removal is malformed', { kind: 'set', fields: { tags: { add: [], remove: [{ member: 'x' }] } } }],
    [
      'a field is called __proto__',
      JSON.parse('{"kind":"set","fields":{"__proto__":{"value":"x","base":[]}}}'),
    ],
    ['an act has no base', { kind: 'act', action: 'start', to: 'working', fields: {} }],
    ['a note has no text', { kind: 'note', audience: 'internal' }],
    ['minutes are a text', { kind: 'note', text: 'x', audience: 'internal', minutes: '5' }],
    ['a file has no hash', { ...file, hash: 'x' }],
    ['a file is smaller than nothing', { ...file, size: -1 }],
    ['a file has no name', { ...file, name: undefined }],
    ['a retraction names no list', { kind: 'retract', entries: 'A:1' }],
    ['a version is no number', { ...made, version: 'one' }],
  ];

  test.each(broken)('FOLD-11 %s: kept, counted as unknown, and nothing else', (_, body) => {
    const writer = new EntryWriter();
    writer.write('A', made);
    const before = foldRecord(writer.entries);
    writer.write('B', body as EntryBody, writer.entries, { key: 'k' });
    const after = foldRecord(writer.entries);
    expect(after).toEqual({ ...before, last: after.last, unknown: 1 });
  });

  test('FOLD-11 a malformed key or origin makes an entry unknown too', () => {
    for (const more of [
      { key: { toString: 1 } },
      { origin: null },
      { origin: { at: 'x' } },
      { origin: { by: 5 } },
    ]) {
      const writer = new EntryWriter();
      writer.write('A', made);
      writer.write('A', set('title', 'y'), writer.entries, more as never);
      expect(foldRecord(writer.entries)).toMatchObject({ unknown: 1, registers: {} });
    }
  });

  test('FOLD-11 names that every object inherits are names like others', () => {
    const writer = new EntryWriter();
    const first = writer.write('A', made);
    writer.write('A', act('start', 'working', first));
    const odd = { kind: 'act', action: 'start', to: 'working', base: 'constructor', fields: {} };
    writer.write('B', odd as unknown as EntryBody, [], { key: 'toString' });
    const state = foldRecord(writer.entries);
    expect(state.acts.map(({ base }) => base)).toEqual(['constructor', 'A:1']);
    expect(projectRecord(state, shape)?.state).toBe('working');
  });

  test('FOLD-11 sound entries and those of unknown kinds are left as they are', () => {
    const writer = new EntryWriter();
    const entries = [
      writer.write('A', create({ lines: [{ what: 'x', count: 1 }], tags: ['a'], done: true, none: null })),
      writer.write('A', { kind: 'weigh', grams: 5 } as unknown as EntryBody),
    ];
    for (const entry of entries) expect(soundEntry(entry)).toBe(entry);
  });
});
