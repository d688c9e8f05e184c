import { describe, expect, test } from 'vitest';
import { act, create, EntryWriter, retract, set } from '#test/support/entries.ts';
import { ticket } from '#test/support/sample-catalogue.ts';
import { shapeOf } from '../engine/shape.ts';
import { foldAsOf, foldRecord, refOf } from './fold.ts';
import { projectRecord } from './project.ts';
import { stubDigest, stubOf } from './redaction/stub.ts';

function show(log: EntryWriter, at: number) {
  const state = foldAsOf(log.entries, at);
  return state && projectRecord(state, shapeOf(ticket));
}

describe('ASM-240 a record as it stood', () => {
  test('ASM-240 what was written until then counts, and nothing later', () => {
    const log = new EntryWriter();
    const made = log.write('A', create({ title: 'Broken' }), [], { wall: 100 });
    const first = log.write('A', set('title', 'Broken twice', made), [made], { wall: 200 });
    log.write('B', act('start', 'working', made), [first], { wall: 300 });
    expect(show(log, 99)).toBeUndefined();
    expect(show(log, 100)).toMatchObject({ fields: { title: 'Broken' }, state: ticket.lifecycle.initial });
    expect(show(log, 200)).toMatchObject({ fields: { title: 'Broken twice' } });
    expect(foldAsOf(log.entries, 300)).toEqual(foldRecord(log.entries));
  });

  test('ASM-240 what was taken back later stood then', () => {
    const log = new EntryWriter();
    const made = log.write('A', create({ title: 'Broken' }), [], { wall: 100 });
    const wrong = log.write('A', set('title', 'Wrong', made), [made], { wall: 200 });
    log.write('A', retract(wrong), [wrong], { wall: 300 });
    expect(show(log, 250)?.fields['title']).toBe('Wrong');
    expect(show(log, 300)?.fields['title']).toBe('Broken');
  });

  test('ASM-240 a record that another laptop made later, with a clock that lags, is told by the writers’ clocks', () => {
    const log = new EntryWriter();
    const made = log.write('A', create(), [], { wall: 100 });
    const late = log.write('A', set('title', 'Late', made), [made], { wall: 500 });
    log.write('B', set('title', 'After it, by a slow clock', late), [late], { wall: 150 });
    expect(show(log, 200)?.fields['title']).toBe('After it, by a slow clock');
  });

  test('ASM-241 contents that were removed since are gone from the past as well', () => {
    const log = new EntryWriter();
    const made = log.write('A', create({ title: 'The word' }), [], { wall: 100 });
    const stub = stubOf(made, []);
    if (!stub) throw new Error('It holds no contents.');
    const named = [{ entry: refOf(made), keep: [], stub: stubDigest(stub) }];
    const asked = log.write('A', { kind: 'redact', entries: named, reason: 'spill' }, [made], {
      actor: 'anna',
      wall: 200,
    });
    expect(show(log, 150)?.fields).toEqual({ title: 'The word' });
    log.write('B', { kind: 'confirm', of: refOf(asked) }, [asked], { actor: 'ben', wall: 300 });
    expect(show(log, 150)?.fields).toEqual({});
  });
});
