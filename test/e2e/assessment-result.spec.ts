import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

test('the result of an assessment is read, compared with other years and units, and leads to its ratings', async ({
  demo,
  page,
}) => {
  test.setTimeout(180_000);
  await demo.becomes('Reyes, Ana');
  await demo.goesOffline();
  await demo.open('/list/assessment?where=[]');
  await demo.main.getByRole('link', { name: 'Compare', exact: true }).click();
  const matrix = page.getByRole('table', { name: 'Level and change by process and assessment' });
  await expect(matrix.getByRole('columnheader')).toHaveCount(6);
  await page.getByRole('combobox', { name: 'Unit' }).click();
  await page.getByRole('option', { name: '71 Sig Co (demo)' }).click();
  await page.getByRole('combobox', { name: 'Domain' }).click();
  await page.getByRole('option', { name: 'Service Operations' }).click();
  await expect(matrix.getByRole('columnheader')).toHaveCount(5);
  await expect(matrix.getByRole('row', { name: /^AcM/ })).toContainText(
    '2 of 2▲ up 12 of 2= same up to level 2',
  );
  await expect(matrix.getByRole('row', { name: /^CfM/ })).toHaveCount(0);
  expect(await faults(page)).toEqual([]);

  await matrix.getByRole('link', { name: /^Assessment by headquarters, before the rotation/ }).click();
  const profile = page.getByRole('table', { name: 'Capability profile' });
  await expect(profile.getByRole('row', { name: /^SLM/ })).toContainText('1 of 2 Performed▲ up 1');
  for (const [tab, figure] of [
    ['Gap to target', 'Gaps to the target, the widest first'],
    ['Heat map', 'Ratings by process and attribute'],
    ['Comparison', 'Level and change by process and assessment'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('table', { name: figure })).toBeVisible();
    await demo.followsDevice('dark');
    expect(await faults(page), tab).toEqual([]);
    await demo.followsDevice('light');
  }
  await page.getByRole('tab', { name: 'Heat map' }).click();
  await page.getByRole('link', { name: /^ChM, PA 2\.1 / }).click();
  await expect(page.getByRole('button', { name: /^ChM .*3 of 3/ })).toHaveAttribute('aria-current', 'true');

  await demo.open('/list/assessment?where=[]');
  await demo.main.getByText('Incident management before the rotation').click();
  await page.getByRole('link', { name: 'Result', exact: true }).click();
  await expect(page.getByText(/^Provisional: 0 of \d+ lines are agreed on\./)).toBeVisible();
  await page.getByRole('tab', { name: 'SWOT' }).click();
  const result = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Add threat' }).click();
  await new Fields(page, demo.main).write('Title', 'The night watch is one person');
  await demo.main.getByRole('button', { name: 'Create finding' }).click();
  await demo.record.isIn('Noted');
  await demo.open(`${result}?view=swot`);
  const threats = page.getByRole('region', { name: 'Threats' });
  await expect(threats.getByRole('link', { name: 'The night watch is one person' })).toBeVisible();

  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save as PDF' })).toBeEnabled();
  await expect(
    page.getByRole('figure', { name: /^Which capability level does each process reach/ }),
  ).toBeVisible();
});
