import { describe, expect, it } from 'vitest';
import { BLOCK_DOCUMENTS, type Block } from './block-codec.ts';
import type { TextChanges } from './block-ledger.ts';
import { TextIndex, type TextField } from './text-index.ts';

const body = (text: string): TextField[] => [{ name: 'description', text, boost: 1 }];

function indexOf(...texts: string[]): TextIndex {
  const index = new TextIndex();
  texts.forEach((text, slot) => index.add(slot, body(text)));
  return index;
}

const slots = (index: TextIndex, query: string, options: { field?: string; limit?: number } = {}): number[] =>
  index.search(query, { limit: 100, ...options }).hits.map((hit) => hit.slot);

/** What a database would hold. */
class Store {
  readonly blocks = new Map<string, Uint8Array>();

  apply(changes: TextChanges): void {
    for (const { key, bytes } of changes.write) this.blocks.set(key, bytes);
    for (const key of changes.remove) this.blocks.delete(key);
    changes.confirm();
  }

  async *read(): AsyncGenerator<Block> {
    for (const key of [...this.blocks.keys()].sort())
      yield await Promise.resolve({ key, bytes: this.blocks.get(key) ?? new Uint8Array() });
  }
}

describe('query', () => {
  it('TXT-1 finds a word whatever its case and diacritics', () => {
    const index = indexOf('Café au lait', 'Привет, Йод', 'مُحَمَّد', '東京都庁');
    expect(slots(index, 'CAFE')).toEqual([0]);
    expect(slots(index, 'привет иод')).toEqual([1]);
    expect(slots(index, 'محمد')).toEqual([2]);
    expect(slots(index, '京都')).toEqual([3]);
  });

  it('TXT-6 finds text without spaces by any stretch of it', () => {
    const index = indexOf('東京都庁', '木の机', 'ที่ทำงาน', '프린터가');
    for (const query of ['京都', '庁', '都', '東京都庁']) expect(slots(index, query)).toEqual([0]);
    expect(slots(index, '木 机')).toEqual([1]);
    expect(slots(index, 'ที่ ทำงาน')).toEqual([2]);
    expect(slots(index, '린터')).toEqual([3]);
    expect(slots(index, '都京')).toEqual([]);
  });

  it.each([
    'INC-7K-00042',
    'inc-7k-00042',
    '7k-00042',
    '00042',
    '42',
    '7k',
    'INC-7K-0004',
    'INC-7K-000',
    'INC-7K-',
  ])('TXT-3 TXT-4 finds INC-7K-00042 by %s', (query) => {
    expect(slots(indexOf('INC-7K-00042', 'REQ-8A-00077'), query)).toEqual([0]);
  });

  it.each(['j.doe@unit.example', 'doe', 'unit.example', 'j.doe', 'example'])(
    'TXT-4 finds an address by %s',
    (query) => {
      expect(slots(indexOf('mail j.doe@unit.example', 'mail someone'), query)).toEqual([0]);
    },
  );

  it('TXT-10 wants every word, in whichever field', () => {
    const index = new TextIndex();
    index.add(0, [
      { name: 'title', text: 'printer jam', boost: 4 },
      { name: 'description', text: 'second floor', boost: 1 },
    ]);
    index.add(1, body('printer on the first floor'));
    expect(slots(index, 'jam floor')).toEqual([0]);
    expect(slots(index, 'printer attic')).toEqual([]);
  });

  it('TXT-11 takes only the last word as a beginning', () => {
    const index = indexOf('network printer', 'net printer');
    expect(slots(index, 'printer net').sort()).toEqual([0, 1]);
    expect(slots(index, 'net printer')).toEqual([1]);
  });

  it('TXT-11 finds long words by their beginning, in whatever order they came', () => {
    const index = indexOf('networking', 'netting', 'netball', 'neutral', 'electroencephalography');
    expect(slots(index, 'netb')).toEqual([2]);
    expect(slots(index, 'netw')).toEqual([0]);
    index.add(5, body('nethers'));
    expect(slots(index, 'nethe')).toEqual([5]);
    expect(slots(index, 'netw')).toEqual([0]);
    expect(slots(index, 'electroencephalograph')).toEqual([4]);
    expect(slots(index, '"electroencephalography"')).toEqual([4]);
  });

  it('TXT-12 takes quoted words as they stand, without order', () => {
    const index = indexOf('reset the password', 'reset the passwords');
    expect(slots(index, '"reset password"')).toEqual([0]);
    expect(slots(index, '"password reset"')).toEqual([0]);
    expect(slots(index, '"reset" pass').sort()).toEqual([0, 1]);
  });

  it('TXT-13 prefers the identifier whole to its parts', () => {
    const index = indexOf('INC-7K-00042', 'INC-7K-00017 after 42 days', 'rack 3');
    expect(slots(index, 'INC-7K-00042')).toEqual([0]);
    expect(slots(index, 'INC-7K-00042 ')).toEqual([0]);
    index.remove(0);
    expect(slots(index, 'INC-7K-00042')).toEqual([1]);
  });

  it('TXT-13 goes by the parts where too many identifiers begin so', () => {
    const index = new TextIndex({ wholes: 2 });
    ['A-1-10', 'A-1-11', 'A-1-12', '1 A'].forEach((text, slot) => index.add(slot, body(text)));
    expect(slots(index, 'A-1-1').sort()).toEqual([0, 1, 2, 3]);
    expect(slots(index, 'A-1-12')).toEqual([2]);
  });

  it('TXT-13 lets the zeros of a number that is still being typed pass', () => {
    const index = new TextIndex({ wholes: 2 });
    ['A-1-00031', 'A-1-00042', 'A-1-00053'].forEach((text, slot) => index.add(slot, body(text)));
    expect(slots(index, 'A-1-00').sort()).toEqual([0, 1, 2]);
    expect(slots(index, 'A-1-0004')).toEqual([1]);
  });

  it.each(['', '   ', '?!,', '"', '--', '👍'])('TXT-14 finds nothing for %j', (query) => {
    expect(indexOf('all -- "of" 👍 this?!').search(query, { limit: 10 })).toEqual({
      hits: [],
      total: 0,
      truncated: false,
    });
  });

  it('TXT-15 looks in one field, filters before the limit and counts all', () => {
    const index = new TextIndex();
    for (let slot = 0; slot < 20; slot += 1) {
      index.add(slot, [
        { name: 'title', text: slot < 5 ? 'alpha' : 'beta', boost: 4 },
        { name: 'description', text: 'alpha', boost: 1 },
      ]);
    }
    expect(index.search('alpha', { limit: 3, field: 'title' })).toMatchObject({ total: 5 });
    expect(index.search('alpha', { limit: 3, field: 'description' }).total).toBe(20);
    expect(index.search('alpha', { limit: 3, field: 'unknown' }).total).toBe(0);
    const even = index.search('alpha', { limit: 4, accept: (slot) => slot % 2 === 0 });
    expect(even.total).toBe(10);
    expect(even.hits.map((hit) => hit.slot)).toEqual([4, 2, 0, 18]);
    expect(index.search('alpha', { limit: 0 })).toMatchObject({ hits: [], total: 20 });
  });

  it('TXT-16 says when a prefix stands for too much', () => {
    const index = new TextIndex({ prefixPostings: 3 });
    ['aa', 'ab', 'ac', 'ad', 'ae'].forEach((text, slot) => index.add(slot, body(text)));
    expect(index.search('a', { limit: 10 })).toMatchObject({ total: 3, truncated: true });
    expect(index.search('ae', { limit: 10 })).toMatchObject({ total: 1, truncated: false });
  });

  it('TXT-8 TXT-10 takes texts and queries of 10 kB, and of nothing', () => {
    const long = Array.from({ length: 1_500 }, (_, at) => `w${String(at)}`).join(' ');
    const index = indexOf(long, '', 'w1');
    expect(slots(index, long)).toEqual([0]);
    expect(slots(index, `${long} missing`)).toEqual([]);
    expect(slots(index, 'x'.repeat(10_000))).toEqual([]);
    expect(index.size).toBe(3);
  });
});

describe('rank', () => {
  it('TXT-20 puts number before title before the rest', () => {
    const index = new TextIndex();
    index.add(0, [{ name: 'number', text: 'INC-7K-00042', boost: 8 }]);
    index.add(1, [{ name: 'title', text: 'rack 42', boost: 4 }]);
    index.add(2, body('42 42 42'));
    expect(slots(index, '42')).toEqual([0, 1, 2]);
    expect(slots(index, '4')).toEqual([0, 1, 2]);
  });

  it('TXT-21 counts a rarer word for more', () => {
    const index = new TextIndex();
    const title = (slot: number, text: string, rest: string): void => {
      index.add(slot, [{ name: 'title', text, boost: 4 }, ...body(rest)]);
    };
    title(0, 'kerberos', 'printer');
    title(1, 'printer', 'kerberos');
    for (let slot = 2; slot < 30; slot += 1) title(slot, 'other', 'printer');
    expect(slots(index, 'printer kerberos')).toEqual([0, 1]);
  });

  it('TXT-22 puts the word as typed before a longer one', () => {
    expect(slots(indexOf('print', 'printer'), 'print')).toEqual([0, 1]);
  });

  it('TXT-23 puts the newer slot first among equals', () => {
    const index = indexOf('same', 'same', 'same');
    index.add(0, body('same'));
    expect(slots(index, 'same')).toEqual([2, 1, 0]);
    expect(slots(index, 'same', { limit: 2 })).toEqual([2, 1]);
  });
});

describe('keeping up', () => {
  it('TXT-30 follows add, replace and remove at once', () => {
    const index = indexOf('first', 'second');
    index.add(0, body('changed'));
    expect(slots(index, 'first')).toEqual([]);
    expect(slots(index, 'changed')).toEqual([0]);
    expect(index.size).toBe(2);
    index.remove(0);
    index.remove(0);
    index.remove(77);
    expect(slots(index, 'changed')).toEqual([]);
    expect(index.size).toBe(1);
    expect([index.has(0), index.has(1)]).toEqual([false, true]);
    index.add(5_000, body('far'));
    expect(slots(index, 'far')).toEqual([5_000]);
  });

  it.each([-1, 1.5, Number.NaN])('TXT-30 refuses slot %d', (slot) => {
    expect(() => new TextIndex().add(slot, [])).toThrow(RangeError);
  });

  it('TXT-32 writes a block for one new record, and only slots for a removed one', () => {
    const index = new TextIndex();
    for (let slot = 0; slot < 3 * BLOCK_DOCUMENTS + 5; slot += 1)
      index.add(slot, body(`record ${String(slot)} about it`));
    const store = new Store();
    store.apply(index.saveDirty());
    expect(index.saveDirty()).toMatchObject({ write: [], remove: [] });
    index.add(9_999, body('one more'));
    const one = index.saveDirty();
    expect(one.write.map((block) => block.key)).toEqual([
      '0-summary',
      '1-words-000000',
      '2-slots-000003',
      '3-lists-000003',
    ]);
    store.apply(one);
    index.remove(3);
    const removed = index.saveDirty();
    expect(removed.write.map((block) => block.key)).toEqual(['0-summary', '2-slots-000000']);
  });

  it('TXT-33 hands changes out again until they are confirmed', async () => {
    const index = indexOf('lost');
    index.saveDirty();
    const changes = index.saveDirty();
    index.add(1, body('later'));
    const store = new Store();
    store.apply(changes);
    store.apply(index.saveDirty());
    const loaded = await TextIndex.load(store.read());
    expect(slots(loaded, 'lost')).toEqual([0]);
    expect(slots(loaded, 'later')).toEqual([1]);
  });

  it('TXT-31 drops what replaced records leave behind, in memory and in storage', async () => {
    const index = new TextIndex();
    const store = new Store();
    for (let slot = 0; slot < 4 * BLOCK_DOCUMENTS; slot += 1)
      index.add(slot, body(`old${String(slot)} word`));
    store.apply(index.saveDirty());
    for (let slot = 100; slot < 4 * BLOCK_DOCUMENTS; slot += 1) index.remove(slot);
    const before = index.memoryEstimate;
    store.apply(index.saveDirty());
    expect(index.memoryEstimate).toBeLessThan(before / 2);
    expect([...store.blocks.keys()].sort()).toEqual([
      '0-summary',
      '1-words-000000',
      '2-slots-000000',
      '3-lists-000000',
    ]);
    const loaded = await TextIndex.load(store.read());
    expect(loaded.size).toBe(100);
    expect(slots(loaded, 'word')).toHaveLength(100);
    expect(slots(loaded, 'old42')).toEqual([42]);
  });

  it('TXT-33 takes a confirmation that comes after a compaction for what it is', async () => {
    const index = indexOf('gone', 'kept');
    const store = new Store();
    index.remove(0);
    const changes = index.saveDirty();
    index.compact();
    store.apply(changes);
    store.apply(index.saveDirty());
    const loaded = await TextIndex.load(store.read());
    expect(slots(loaded, 'kept')).toEqual([1]);
    expect(slots(loaded, 'gone')).toEqual([]);
  });

  it('TXT-31 goes on with the open block that it loaded', async () => {
    const store = new Store();
    store.apply(indexOf('before').saveDirty());
    const index = await TextIndex.load(store.read());
    index.add(1, body('after'));
    store.apply(index.saveDirty());
    const again = await TextIndex.load(store.read());
    expect(slots(again, 'before')).toEqual([0]);
    expect(slots(again, 'after')).toEqual([1]);
  });

  it('TXT-31 keeps every list when it drops the spare room of a bulk of new records', () => {
    const index = new TextIndex();
    for (let slot = 0; slot < 9_000; slot += 1)
      index.add(slot, body(`n${String(slot)} common A-${String(slot)}`));
    index.saveDirty().confirm();
    index.add(9_000, body('common later'));
    expect(index.search('common', { limit: 1 }).total).toBe(9_001);
    expect(slots(index, 'n8999')).toEqual([8_999]);
    expect(slots(index, 'A-8999')).toEqual([8_999]);
    expect(slots(index, 'common later')).toEqual([9_000]);
  });

  it('TXT-35 pauses while it loads', async () => {
    const index = new TextIndex();
    for (let slot = 0; slot < 5_000; slot += 1)
      index.add(slot, body(`r${String(slot)} s${String(slot)} t${String(slot)}`));
    const store = new Store();
    store.apply(index.saveDirty());
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      return Promise.resolve();
    };
    const loaded = await TextIndex.load(store.read(), { pause, stretch: 0 });
    expect(pauses).toBeGreaterThanOrEqual(store.blocks.size);
    expect(loaded.size).toBe(5_000);
  });
});

describe('damaged blocks', () => {
  const stored = (): Store => {
    const store = new Store();
    const index = new TextIndex();
    for (let slot = 0; slot < BLOCK_DOCUMENTS + 10; slot += 1) index.add(slot, body(`r${String(slot)}`));
    store.apply(index.saveDirty());
    return store;
  };
  const cut = (store: Store, key: string): void => {
    store.blocks.set(key, (store.blocks.get(key) ?? new Uint8Array()).slice(0, -1));
  };

  it.each([
    ['the summary missing', (store: Store) => store.blocks.delete('0-summary')],
    [
      'the summary foreign',
      (store: Store) => store.blocks.set('0-summary', new TextEncoder().encode('{"format":99}')),
    ],
    ['the summary not JSON', (store: Store) => store.blocks.set('0-summary', new Uint8Array([1]))],
    ['words missing', (store: Store) => store.blocks.delete('1-words-000000')],
    ['words cut', (store: Store) => cut(store, '1-words-000000')],
    ['slots missing', (store: Store) => store.blocks.delete('2-slots-000000')],
    ['slots cut', (store: Store) => cut(store, '2-slots-000001')],
    ['lists cut', (store: Store) => cut(store, '3-lists-000000')],
    ['lists missing', (store: Store) => store.blocks.delete('3-lists-000000')],
    ['an unknown block', (store: Store) => store.blocks.set('9-other', new Uint8Array())],
  ])('TXT-34 refuses %s', async (_what, damage) => {
    const store = stored();
    damage(store);
    await expect(TextIndex.load(store.read())).rejects.toThrow('Search index block');
  });

  it('TXT-34 refuses blocks out of order', async () => {
    // The slots before the words.
    const place = (key: string): number => '0213'.indexOf(key.charAt(0));
    async function* backwards(): AsyncGenerator<Block> {
      const blocks = [...stored().blocks].sort(([a], [b]) => place(a) - place(b));
      for (const [key, bytes] of blocks) yield await Promise.resolve({ key, bytes });
    }
    await expect(TextIndex.load(backwards())).rejects.toThrow('order');
  });

  it('TXT-34 takes no block at all as an empty index', async () => {
    expect((await TextIndex.load(new Store().read())).size).toBe(0);
  });
});
