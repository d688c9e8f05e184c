import { expect, test } from 'vitest';
import { DraftMirror } from './draft-mirror.ts';

/** What a browser keeps, and a cipher that anybody can see is none. */
function device(generation = 1) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
  const sealing = {
    sealText: (place: string, text: string) =>
      Buffer.from(`${generation}:${place}:${text}`).toString('base64'),
    openText: (place: string, sealed: string) => {
      const text = Buffer.from(sealed, 'base64').toString();
      const start = `${generation}:${place}:`;
      return text.startsWith(start) ? text.slice(start.length) : undefined;
    },
  };
  return { kept, storage, sealing };
}

test('ASM-283 what was typed is held at once, encrypted, until the database has it', () => {
  const { kept, storage, sealing } = device();
  new DraftMirror(sealing, storage).put('ann:comment:IM-O3', 'Often left');
  expect(JSON.stringify([...kept])).not.toMatch(/Often left|IM-O3/);
  const afterCrash = new DraftMirror(sealing, storage);
  expect(afterCrash.take('ann:comment:IM-O3')).toEqual({ value: 'Often left' });
  expect(afterCrash.take('ann:comment:IM-O4')).toBeUndefined();
  afterCrash.put('ann:comment:IM-O3', 'Often left as it comes');
  afterCrash.settle('ann:comment:IM-O3', 'Often left');
  expect(afterCrash.take('ann:comment:IM-O3')).toEqual({ value: 'Often left as it comes' });
  afterCrash.settle('ann:comment:IM-O3', 'Often left as it comes');
  expect(kept.size).toBe(0);
});

test('ASM-283 what another key sealed, and a browser that keeps nothing, stop nobody from typing', () => {
  const { storage, sealing } = device();
  new DraftMirror(sealing, storage).put('a', 'text');
  expect(new DraftMirror(device(2).sealing, storage).take('a')).toBeUndefined();
  const full = {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  } as unknown as Storage;
  expect(() => new DraftMirror(sealing, full).put('a', 'text')).not.toThrow();
  expect(new DraftMirror(sealing, undefined).take('a')).toBeUndefined();
});
