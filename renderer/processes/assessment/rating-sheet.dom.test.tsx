import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { putAssessment } from '#test/support/assessments.ts';
import { Desk } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { ProcessSheet } from '#test/support/rating-sheet.tsx';

test('ASM-328 the workbook opens at the attribute that the address names', async () => {
  const desk = Desk.seeded();
  const id = putAssessment(desk, { IM: 'F P L' });
  const shown: Element[] = [];
  Element.prototype.scrollIntoView = function scroll(this: Element) {
    shown.push(this);
  };
  const Sheet = () => <ProcessSheet id={id} process="IM" mode="look" asked="2.2" />;
  await showAtDesk(desk, desk.person('Reyes, Ana', 'assessor'), Sheet);
  const section = screen.getByRole('region', { name: 'PA 2.2 Documented information management' });
  const line = within(section).getByRole('group', { name: /^PA 2\.2/ });
  expect(shown).toEqual([line]);
  expect(line.tabIndex).toBe(0);
});
