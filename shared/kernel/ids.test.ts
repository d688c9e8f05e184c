import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRecordIdSource,
  deterministicRecordId,
  entryRef,
  formatNumber,
  isEntryRef,
  isRecordId,
  newRecordId,
  newReplicaId,
  newShortCode,
  parseEntryRef,
  parseNumber,
} from './ids.ts';

const now = Date.parse('2026-11-22T14:30Z');
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);
const ones = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(255);

describe('record ids', () => {
  it('are 26 characters of base32: ten of time, sixteen of chance', () => {
    const source = createRecordIdSource(zeros);
    // 0x019DEADBEEF0 ms, worked out by hand: 48 bits and two leading zeros in groups of five.
    expect(source(0x019deadbeef0)).toBe('01kqndqvqg0000000000000000');
    expect(createRecordIdSource(ones)(2 ** 48)).toBe('7zzzzzzzzzzzzzzzzzzzzzzzzz');
  });

  it('rise with time', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 45 }), fc.nat({ max: 1e6 }), (time, later) => {
        const earlierId = createRecordIdSource(ones)(time);
        const laterId = createRecordIdSource(zeros)(time + later + 1);
        expect(earlierId < laterId).toBe(true);
      }),
    );
  });

  it('rise within one source, whatever the clock does', () => {
    const clock = fc.oneof(
      fc.integer({ min: now - 3, max: now + 3 }),
      fc.constantFrom(0, -5, Number.NaN, 2 ** 60, now * 2),
    );
    fc.assert(
      fc.property(fc.array(clock, { minLength: 2, maxLength: 50 }), (times) => {
        const ids = times.map(createRecordIdSource());
        expect(ids).toEqual([...new Set(ids)].toSorted());
        expect(ids.every(isRecordId)).toBe(true);
      }),
    );
  });

  it('take the next millisecond when the chance part is used up', () => {
    const source = createRecordIdSource(ones);
    expect(source(5)).toBe('0000000005zzzzzzzzzzzzzzzz');
    expect(source(5)).toBe('00000000060000000000000000');
  });

  it('differ between calls in the same millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => newRecordId(now));
    expect(new Set(ids).size).toBe(1000);
    expect(ids).toEqual(ids.toSorted());
  });

  it('are the same for the same parts, and tell the parts’ borders apart', () => {
    expect(deterministicRecordId(['incident', 'INC0000045'])).toBe(
      deterministicRecordId(['incident', 'INC0000045']),
    );
    expect(deterministicRecordId(['ab', 'c'])).not.toBe(deterministicRecordId(['a', 'bc']));
    expect(deterministicRecordId(['1:a'])).not.toBe(deterministicRecordId(['', 'a']));
    expect(isRecordId(deterministicRecordId(['größe', '😀']))).toBe(true);
  });

  it.each([
    '',
    '01kqndqvqg000000000000000',
    '81kqnddvqg0000000000000000',
    '01KQNDDVQG0000000000000000',
    '01kqndqvqgu000000000000000',
  ])('refuse %j', (text) => {
    expect(isRecordId(text)).toBe(false);
  });
});

describe('replicas and entries', () => {
  it('a replica id is 64 bits in 11 characters', () => {
    expect(newReplicaId(ones)).toBe('__________8');
    expect(newReplicaId()).toMatch(/^[A-Za-z0-9_-]{11}$/);
    expect(newReplicaId()).not.toBe(newReplicaId());
  });

  it('a reference names replica and seq, and is read back', () => {
    const replica = newReplicaId();
    expect(entryRef(replica, 42)).toBe(`${replica}:42`);
    expect(parseEntryRef(`${replica}:42`)).toEqual({ replica, seq: 42 });
  });

  it.each([
    '',
    'abc:1',
    '__________8:0',
    '__________8:01',
    '__________8:-1',
    '__________8:1.5',
    '__________8:9007199254740993',
    '__________8',
  ])('%j is no reference', (text) => {
    expect(parseEntryRef(text)).toBeUndefined();
  });

  it('tells references from other texts', () => {
    expect([isEntryRef('__________8:7'), isEntryRef('INC-7K-00042')]).toEqual([true, false]);
  });
});

describe('numbers for people', () => {
  it('has prefix, short code and at least five digits', () => {
    expect(formatNumber('INC', '7k', 42)).toBe('INC-7K-00042');
    expect(formatNumber('req', '7K', 1234567)).toBe('REQ-7K-1234567');
  });

  it.each([
    ['INC-7K-00042', 'INC', '7K', 42],
    [' inc-7k-42 ', 'INC', '7K', 42],
    ['RFC-O1-1', 'RFC', '01', 1],
    ['RFC-il0-00001', 'RFC', '110', 1],
  ])('reads %s', (text, prefix, shortCode, counter) => {
    expect(parseNumber(text)).toEqual({ prefix, shortCode, counter });
  });

  it.each([
    '',
    'INC',
    'INC-7K',
    'INC-7-00042',
    'INC-7U-00042',
    'INC-7K-x',
    '1NC-7K-1',
    'INC-7K-99999999999999999',
  ])('%j is no number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.nat({ max: 1e9 }), (length, counter) => {
        const shortCode = newShortCode(undefined, length);
        expect(shortCode).toHaveLength(length);
        expect(parseNumber(formatNumber('PRB', shortCode, counter))).toEqual({
          prefix: 'PRB',
          shortCode,
          counter,
        });
      }),
    );
  });
});
