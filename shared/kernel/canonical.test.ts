import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areBytesEqual,
  canonicalBytes,
  canonicalJson,
  CanonicalError,
  fromBase64Url,
  sha256Hex,
  toBase64Url,
} from './canonical.ts';

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ b: undefined, a: 1 }, '{"a":1}'],
    [{ '': 0, ä: 1, Z: 2, a: 3 }, '{"":0,"Z":2,"a":3,"ä":1}'],
    [-0, '0'],
    [1e21, '1e+21'],
    [0.1, '0.1'],
    ['a"b\\c\n\u0001\u2028', '"a\\"b\\\\c\\n\\u0001\u2028"'],
    ['\ud800', '"\\ud800"'],
    ['😀', '"😀"'],
    [Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
    [[], '[]'],
    [{}, '{}'],
  ])('writes %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('means what JSON means, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['NaN', { a: [1, Number.NaN] }, '$.a[1]'],
    ['infinity', Infinity, '$'],
    ['a function', { a: { f: () => 1 } }, '$.a.f'],
    ['a bigint', [1n], '$[0]'],
    ['a symbol', { s: Symbol('s') }, '$.s'],
    ['undefined alone', undefined, '$'],
    ['undefined in an array', { list: [undefined] }, '$.list[0]'],
    ['a hole in an array', Array(2), '$[0]'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', { m: new Map() }, '$.m'],
    ['bytes', { b: new Uint8Array(2) }, '$.b'],
  ])('refuses %s and says where', (_what, value, path) => {
    expect(() => canonicalJson(value)).toThrow(CanonicalError);
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ path }));
  });

  it('refuses a loop', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(() => canonicalJson(loop)).toThrow('in a loop');
  });

  it('takes 199 levels', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 199; level += 1) deep = [deep];
    expect(canonicalJson(deep)).toHaveLength(399);
  });

  it('gives UTF-8', () => {
    expect([...canonicalBytes('ä')]).toEqual([0x22, 0xc3, 0xa4, 0x22]);
  });
});

describe('hashes and bytes', () => {
  it('SHA-256 is that of FIPS 180-2', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it.each([
    ['', []],
    ['Zg', [0x66]],
    ['Zm8', [0x66, 0x6f]],
    ['Zm9v', [0x66, 0x6f, 0x6f]],
    ['-_8', [0xfb, 0xff]],
  ])('base64url %j', (text, bytes) => {
    expect(toBase64Url(new Uint8Array(bytes))).toBe(text);
    expect(fromBase64Url(text)).toEqual(new Uint8Array(bytes));
  });

  it.each(['A', 'Zg==', 'Zh', 'Zm9', 'a+b/', 'äää=', 'Zm 8'])('%j is not base64url', (text) => {
    expect(fromBase64Url(text)).toBeUndefined();
  });

  it('base64url reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  it('compares bytes', () => {
    const bytes = new Uint8Array([1, 2]);
    expect(areBytesEqual(bytes, new Uint8Array([1, 2]))).toBe(true);
    expect(areBytesEqual(bytes, new Uint8Array([1, 3]))).toBe(false);
    expect(areBytesEqual(bytes, new Uint8Array([1, 2, 0]))).toBe(false);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries keeps a member named __proto__, which an assignment would not.
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
