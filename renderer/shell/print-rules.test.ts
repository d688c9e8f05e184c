import { expect, test } from 'vitest';
import { cssString, printRules } from './print-rules.ts';

test('the marking stands at head and foot, with page numbers', () => {
  const rules = printRules({ marking: 'CUI//SP-OPSEC', unit: '51st Signal Bn', paper: 'Letter' });
  expect(rules).toContain('size: Letter');
  expect(rules).toContain('@top-center { content: "CUI//SP-OPSEC"');
  expect(rules).toContain('@bottom-center { content: "CUI//SP-OPSEC"');
  expect(rules).toContain('counter(page) " of " counter(pages)');
});

test.each(['a"; } body { display: none', '</style><script>', 'line\nbreak', 'back\\slash'])(
  'the text %o cannot leave its string',
  (text) => {
    expect(cssString(text).slice(1, -1)).not.toMatch(/["\n<>;{}]|\\(?![0-9a-f]+ )/);
  },
);
