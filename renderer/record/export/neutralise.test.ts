import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutralise } from './neutralise.ts';

describe('neutralise', () => {
  test.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =HYPERLINK("x")', '＝1', '\n@x'])(
    'puts an apostrophe before %j',
    (text) => expect(neutralise(text)).toBe(`'${text}`),
  );
  test.each(['printer', 'a=b', '', "'quoted", '5-2', 'name@unit.example'])('leaves %j', (text) =>
    expect(neutralise(text)).toBe(text),
  );
  test('no text that leaves begins like a formula', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^\s*[=+\-@]/.test(neutralise(text))));
  });
});
