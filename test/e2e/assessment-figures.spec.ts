import { expect, test } from './fixtures/test.ts';

test('ASM-237 ASM-239 a figure of Outpost is kept as evidence; later it stands beside the figure of that day, with no network', async ({
  demo,
  page,
}) => {
  test.setTimeout(180_000);
  await demo.becomes('Reyes, Ana');
  await demo.goesOffline();
  await demo.openList('Assessments', 'All');
  await page.getByText('Incident management before the rotation').first().click();
  await page.getByRole('link', { name: 'Open workbook' }).click();
  await page.getByRole('group', { name: /^IM-O1: / }).focus();
  await page.getByRole('button', { name: 'Change period' }).click();
  await page.getByLabel('Last day').fill('2099-12-31');
  await page.getByRole('button', { name: 'Set for the whole team' }).click();
  await expect(page.getByText(/to 31 Dec 2099/)).toBeVisible();
  const figures = page.getByRole('table', { name: 'Figures from Outpost’s own records' });
  const line = figures.getByRole('row', { name: /^Categorised/ });
  await expect(line.getByRole('link', { name: /^\d+ in all$/ })).toBeVisible();
  const part = await countIn(line.getByRole('link', { name: /categorised$/ }));
  const whole = await countIn(line.getByRole('link', { name: /in all$/ }));
  await page.getByRole('button', { name: 'Keep “Categorised” as evidence' }).click();
  const kept = page.getByRole('link', { name: /^Kept as EVD-/ });
  await expect(kept).toBeVisible();
  const evidence = (await kept.getAttribute('href')) ?? '';

  const list = await demo.openList('Incidents', 'Open');
  await list.rows.first().getByRole('link').first().click();
  const { article } = demo.record;
  const number = await demo.record.number();
  await article.getByRole('button', { name: 'Edit Category' }).click();
  await article.getByRole('combobox', { name: 'Category' }).fill('');
  await expect(article.getByRole('combobox', { name: 'Category' })).toBeHidden();

  await demo.open(evidence);
  const figure = page.getByRole('table', { name: 'The figure as kept and now' });
  const cells = (name: RegExp) => figure.getByRole('row', { name }).getByRole('cell');
  await expect(cells(/^categorised/).nth(1)).toHaveText(String(part));
  await expect(cells(/^categorised/).nth(2)).toHaveText(String(part - 1));
  await expect(cells(/^in all/).nth(2)).toHaveText(String(whole));
  await expect(page.getByText('1 of its records was changed since.')).toBeVisible();
  await page.getByRole('tab', { name: 'As it stood' }).click();
  const stood = page.getByRole('table', { name: 'Records as they stood' });
  const changed = stood.getByRole('row', { name: new RegExp(`^${number}`) });
  await expect(changed.getByText('then categorised and in all, now in all')).toBeVisible();
  await changed.getByRole('button', { name: /^Compare/ }).click();
  const fields = page.getByRole('table', { name: `Fields of ${number} that changed since` });
  await expect(fields.getByRole('row', { name: /^Category/ }).getByRole('cell')).toHaveText([/\w/, '–']);

  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('link', { name: 'Records of “categorised” now' }).click();
  await demo.list('Incidents').hasTotal(part - 1);
});

async function countIn(link: { textContent: () => Promise<string | null> }): Promise<number> {
  return Number.parseInt((await link.textContent()) ?? '', 10);
}
