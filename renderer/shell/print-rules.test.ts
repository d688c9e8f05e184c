import { expect, test } from 'vitest';
import { cssString, printRules } from './print-rules.ts';

test('the marking stands at head and foot, with page numbers', () => {
  const rules = printRules({
    marking: 'CUI//SP-OPSEC',
    unit: '51st Signal Bn',
    paper: 'Letter',
    leavesMargins: false,
  });
  expect(rules).toContain('size: Letter');
  expect(rules).toContain('@top-center { content: "CUI//SP-OPSEC"');
  expect(rules).toContain('@bottom-center { content: "CUI//SP-OPSEC"');
  expect(rules).toContain('counter(page) " of " counter(pages)');
});

test('where the shell writes the margins, nothing stands in them twice', () => {
  const rules = printRules({ marking: 'CUI', unit: '51st', paper: 'A4', leavesMargins: true });
  expect(rules).toContain('size: A4');
  expect(rules).not.toContain('CUI');
  expect(rules).not.toContain('counter(');
});

test.each(['a"; } body { display: none', '</style><script>', 'line\nbreak', 'back\\slash'])(
  'the text %o cannot leave its string',
  (text) => {
    expect(cssString(text).slice(1, -1)).not.toMatch(/["\n<>;{}]|\\(?![0-9a-f]+ )/);
  },
);
