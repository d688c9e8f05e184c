import { expect, test } from 'vitest';
import {
  mayConform,
  partsAsked,
  type Part,
  type Phase,
  type ServiceKind,
} from '#shared/conformance/asked.ts';

/** Read off DoDI 8440.01, table 1, by hand. */
const worked: readonly (readonly [ServiceKind, Phase, boolean, readonly Part[]])[] = [
  ['enterprise', 1, false, ['explanation', 'levelDescription', 'recommendation']],
  ['enterprise', 2, false, ['exception', 'levelDescription', 'recommendation', 'agreement']],
  ['enterprise', 3, false, ['serviceQuality', 'managementCapability']],
  ['component', 1, false, ['evaluation', 'recommendation']],
  ['component', 2, false, ['plan', 'levelDescription', 'recommendation']],
  ['component', 3, false, ['exception', 'levelDescription', 'recommendation', 'agreement']],
  ['enterprise', 1, true, []],
  ['enterprise', 2, true, []],
  ['enterprise', 3, true, ['serviceQuality', 'managementCapability']],
  ['component', 1, true, []],
  ['component', 2, true, []],
  ['component', 3, true, []],
];

test.each(worked)('CNF-101 %s services in phase %d, conforming: %s', (kind, phase, conforms, parts) => {
  expect(partsAsked(kind, phase, conforms)).toEqual(parts);
});

test('CNF-102 enterprise services in the last phase are measured, whether they conform or not', () => {
  const asked = (['enterprise', 'component'] as const).flatMap((kind) =>
    ([1, 2, 3] as const).map((phase) => mayConform(kind, phase)),
  );
  expect(asked).toEqual([true, true, false, true, true, true]);
});
