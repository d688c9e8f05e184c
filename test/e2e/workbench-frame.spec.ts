import { expect, test } from './fixtures/test.ts';
import type { ThemeLabel } from './pages/workbench.ts';

test('four themes can be chosen, look different and stay', async ({ demo, page }) => {
  const seen = new Set<string>();
  const themes: readonly ThemeLabel[] = ['Light', 'Dark', 'High contrast', 'Red night vision'];
  for (const theme of themes) {
    await demo.chooseTheme(theme);
    await page.reload();
    await expect(page.getByRole('radio', { name: theme, exact: true })).toBeChecked();
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return `${backgroundColor} on ${color}`;
    });
    expect(seen).not.toContain(colours);
    seen.add(colours);
  }
});

test('the red night theme has no blue or green in it', async ({ demo, page }) => {
  await demo.chooseTheme('Red night vision');
  await demo.open('/');
  await expect(page.getByRole('list', { name: 'Incidents in figures' })).toBeVisible();
  const cold = await page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.querySelectorAll('*')) {
      const { color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(element);
      for (const value of [color, backgroundColor, ...(borderTopWidth === '0px' ? [] : [borderTopColor])]) {
        const [red = 0, green = 0, blue = 0, alpha = 1] = (/\(([^)]*)\)/.exec(value)?.[1] ?? '')
          .split(/[\s,/]+/)
          .map(Number);
        if (alpha > 0 && Math.max(green, blue) > red) found.add(`${element.tagName} ${value}`);
      }
    }
    return [...found].filter((entry) => !entry.startsWith('HTML'));
  });
  expect(cold).toEqual([]);
});

test('the clock shows the time of the unit and Zulu', async ({ demo, page }) => {
  await demo.open('/');
  const clock = page.getByRole('group', { name: 'Time', exact: true });
  const now = new Date();
  const local = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
  });
  const minutes = [now, new Date(now.getTime() + 60_000)];
  await expect(clock).toContainText(new RegExp(minutes.map((at) => local.format(at)).join('|')));
  const zulu = minutes.map((at) => at.toISOString().slice(8, 16).replace(/[T:]/g, ''));
  await expect(clock).toContainText(new RegExp(`(${zulu.join('|')})Z`));
});

test('every figure of the desk leads to a list of exactly so many records', async ({ demo, page }) => {
  test.setTimeout(120_000);
  for (const plural of ['Incidents', 'Service requests']) {
    await demo.open('/');
    await page.getByRole('tab', { name: plural }).click();
    const figures = page
      .getByRole('list', { name: `${plural} in figures` })
      .or(page.getByRole('list', { name: /^Open .* by (priority|age)$/ }))
      .getByRole('link');
    await expect(figures.filter({ hasText: '…' })).toHaveCount(0);
    const links = (await figures.allInnerTexts()).map((text) => {
      // The figure stands on a line of its own, before its name or behind it.
      const line = text.split('\n').find((part) => /^[\d,]+$/.test(part.trim())) ?? '';
      return { text, figure: Number(line.replaceAll(',', '')) };
    });
    expect(links.length).toBeGreaterThan(14);
    for (const [at, { figure, text }] of links.entries()) {
      await figures.nth(at).click();
      await expect(demo.list(plural).grid, text).toHaveAttribute('aria-rowcount', String(figure + 1));
      await page.goBack();
      await page.getByRole('tab', { name: plural }).click();
    }
  }
});
