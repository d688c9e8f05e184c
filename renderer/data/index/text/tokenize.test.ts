import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, LONGEST_TERM } from './fold.ts';
import { tokenize } from './tokenize.ts';

const terms = (text: string): string[] => tokenize(text).map((token) => token.term);

describe('tokenize', () => {
  it.each([
    ['Café CAFE\u0301 cafe', ['cafe', 'cafe', 'cafe']],
    ['Straße Øre Æther ﬁle ＡＢＣ', ['strasse', 'ore', 'aether', 'file', 'abc']],
    ['Ёлка Йод', ['елка', 'иод']],
    ['مُحَمَّد آمال ٤٢', ['محمد', 'امال', '42']],
    ['İstanbul ΟΔΟΣ ὁδός', ['istanbul', 'οδοσ', 'οδοσ']],
    ['हिन्दी', ['हिन्दी']],
  ])('TXT-1 folds %s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('TXT-2 gives the place of each token in the original', () => {
    const text = '𝒳 Straße, naïve (Ωμέγα) 東京都';
    const places = tokenize(text).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['𝒳', 'Straße', 'naïve', 'Ωμέγα', '東京', '京都', '都']);
  });

  it('TXT-2 keeps every place inside the text and in order of groups', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let group = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeLessThan(token.end);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.term).not.toBe('');
          expect(token.group).toBeGreaterThanOrEqual(group);
          group = token.group;
        }
      }),
    );
  });

  it('TXT-3 drops the leading zeros of a number', () => {
    expect(terms('00042 0 000')).toEqual(['42', '0', '0']);
  });

  it('TXT-4 keeps an identifier whole and in parts', () => {
    expect(tokenize('(INC-7K-00042)').map(({ term, kind }) => [kind, term])).toEqual([
      ['whole', 'inc-7k-00042'],
      ['word', 'inc'],
      ['word', '7k'],
      ['word', '42'],
    ]);
    expect(terms('J.Doe@unit.example')).toEqual(['j.doe@unit.example', 'j', 'doe', 'unit', 'example']);
    expect(terms('10.0.12.1')).toEqual(['10.0.12.1', '10', '0', '12', '1']);
  });

  it('TXT-4 keeps a compound of letters in parts only', () => {
    expect(terms('log-in ERR_CONNECTION')).toEqual(['log', 'in', 'err', 'connection']);
  });

  it('TXT-5 finds codes by their digits and camel case by its humps', () => {
    expect(terms('KB00123')).toEqual(['kb00123', '123']);
    expect(terms('getUserName')).toEqual(['getusername', 'get', 'user', 'name']);
    expect(terms('HTTPServer')).toEqual(['httpserver', 'http', 'server']);
  });

  it('TXT-6 pairs the characters of scripts without spaces', () => {
    expect(terms('東京都')).toEqual(['東京', '京都', '都']);
    expect(terms('木')).toEqual(['木']);
    expect(terms('ｶﾞｽ')).toEqual(['ガス', 'ス']);
    expect(terms('서버server01')).toEqual(['서버', '버', 'server01', '1']);
    expect(terms('𠮷野家')).toEqual(['𠮷野', '野家', '家']);
  });

  it('TXT-7 joins at an apostrophe', () => {
    expect(terms("user's don’t O'Brien")).toEqual(['users', 'user', 'dont', 'don', 'obrien', 'brien']);
  });

  it('TXT-8 cuts long words, never through a surrogate pair', () => {
    expect(terms('x'.repeat(10_000))).toEqual(['x'.repeat(LONGEST_TERM)]);
    expect(terms(`x${'𐐀'.repeat(100)}`)[0]).toBe(fold(`x${'𐐀'.repeat(31)}`));
  });

  it('TXT-14 sees no word in nothing and in signs', () => {
    expect(terms('')).toEqual([]);
    expect(terms(' -- ... "!?" 👩‍💻 @@ ')).toEqual([]);
  });
});
