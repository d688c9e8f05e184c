import { expect, test } from './fixtures/test.ts';
import { Fields } from './pages/fields.ts';
import { WorkbookPage } from './pages/workbook.ts';

const instances = ['Day', 'Night', 'Depot', 'Harbour'];

/** How long the browser took from each key to the frame that shows it, in ms. */
type Keys = { readonly keys: number[] };

test('ASM-280 fifty lines of two processes are rated and commented by keys alone', async ({ demo, page }) => {
  test.setTimeout(180_000);
  await demo.becomes('Reyes, Ana');
  await demo.open('/new/assessment');
  const form = new Fields(page, demo.main);
  await form.write('Title', 'Two processes in four places');
  await form.add('Assessors', 'Reyes, Ana');
  const scope = demo.main.getByRole('group', { name: 'Processes in scope' });
  const lines = ['IM', 'RF'].flatMap((process) => instances.map((instance) => [process, instance] as const));
  for (const [place, [process, instance]] of lines.entries()) {
    await scope.getByRole('button', { name: 'Add row' }).click();
    await scope.getByRole('textbox', { name: `Process, row ${place + 1}` }).fill(process);
    await scope.getByRole('textbox', { name: `Instance, row ${place + 1}` }).fill(instance);
    await scope.getByRole('textbox', { name: `Target level, row ${place + 1}` }).fill('3');
  }
  await demo.main.getByRole('button', { name: 'Create assessment' }).click();
  await demo.record.isIn('Allocating resources');
  await page.getByRole('link', { name: 'Open workbook' }).click();
  const book = new WorkbookPage(demo);
  await expect(book.line('IM-O1, Day')).toBeFocused();
  await page.evaluate(() => {
    const keys: number[] = [];
    Object.assign(window, { keys });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') keys.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const { keyboard } = page;
  const begun = Date.now();
  for (const process of ['IM', 'RF']) {
    for (let place = 1; place <= 25; place += 1) {
      if (place % 5 === 0) {
        await keyboard.press('Enter');
        await expect(demo.main.getByRole('textbox', { name: 'Comment' })).toBeFocused();
        await keyboard.type(`Seen at ${process} ${place}`);
        await keyboard.press('Escape');
      }
      await keyboard.press('nplfx'[place % 5] ?? 'f');
    }
    await book.answered(process, 25);
    if (process === 'IM') await keyboard.press(']');
    await expect(
      book
        .line(process === 'IM' ? 'RF-O1, Day' : 'RF-O7, Night')
        .or(demo.main)
        .first(),
    ).toBeVisible();
  }
  const took = Date.now() - begun;
  const slow = await page.evaluate(() => (window as unknown as Keys).keys);
  const slowest = slow.toSorted((a, b) => a - b);
  const at = (share: number) => slowest[Math.floor((slowest.length - 1) * share)] ?? 0;
  const words = `${took} ms for 50 lines and 10 comments; of ${slow.length} keys that took longer than a frame, half up to ${at(0.5)}, nine of ten up to ${at(0.9)}, all up to ${at(1)} ms`;
  console.log(words);
  test.info().annotations.push({ type: 'keys', description: words });
  await keyboard.press('[');
  await expect(page.getByRole('button', { name: /^IM .*25 of/ })).toHaveAttribute('aria-current', 'true');
  await expect(demo.main.getByText('Seen at IM 25')).toBeVisible();
  await expect(page.locator('[data-row]:focus')).toBeVisible();

  // Undo, does not apply, not rated, next open line: by keys too. ASM-281.
  await keyboard.press('f');
  await book.answered('IM', 26);
  await keyboard.press('Control+z');
  await book.answered('IM', 25);
  await keyboard.press('ArrowUp');
  await keyboard.press('x');
  await book.answered('IM', 26);
  await keyboard.press('ArrowUp');
  await keyboard.press('Delete');
  await book.answered('IM', 25);
  await book.line('IM-O1, Day').focus();
  await keyboard.press('u');
  await expect(book.line('IM-O1, Day')).not.toBeFocused();
  await expect(page.locator('[data-row]:focus')).toBeInViewport();
  const left = await page.locator('[data-row]:focus').getAttribute('data-row');
  await keyboard.press('e');
  await expect(demo.main.getByRole('combobox', { name: 'Evidence' })).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(page.locator('[data-row]:focus')).toHaveAttribute('data-row', left ?? '');
  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('region', { name: 'In the workbook of an assessment' })).toContainText(
    'Next process',
  );
  await keyboard.press('Escape');

  // Whoever leaves comes back to process, filter and line: ASM-282.
  await page.getByRole('button', { name: /^Not rated/ }).click();
  await page.getByRole('button', { name: /^RF .*25 of/ }).click();
  await page.getByRole('link', { name: 'Result', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Capability profile' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: /^RF .*25 of/ })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('button', { name: /^Not rated/ })).toHaveAttribute('aria-pressed', 'true');
});
