import type { Page } from '@playwright/test';
import { demoId } from '#resources/demo/script.ts';
import { expect, test } from './fixtures/test.ts';

const assessment = `/assessment/${demoId('assessment', 'now')}`;

const pages = [
  ['desk', '/'],
  ['list', '/list/incident?where=[]'],
  ['list-empty', '/list/incident'],
  ['board', '/board/incident?where=[]'],
  ['new-incident', '/new/incident'],
  ['new-request', '/new/request'],
  ['process', '/process/IM'],
  ['search', '/search?q=printer'],
  ['handover', '/handover'],
  ['import', '/import'],
  ['sync', '/sync'],
  ['conflicts', '/conflicts'],
  ['print-list', '/print/list/incident'],
  ['settings', '/settings'],
  ['roles', '/roles'],
  ['permissions', '/permissions'],
  ['help', '/help'],
  ['people', '/list/person?where=[]'],
  ['catalogue', '/catalogue'],
  ['catalogue-items', '/list/catalogue-item?where=[]'],
  ['accounts', '/accounts'],
  ['audit', '/audit'],
  ['library', '/library'],
  ['guide', '/library/process/IM'],
  ['models', '/library/models'],
  ['assessments', '/list/assessment?where=[]'],
  ['compare', '/assessments/compare'],
  ['conformance', '/conformance'],
  ['conformance-report', '/conformance/report'],
  ['assessment-plan', `${assessment}/plan`],
  ['assessment-evidence', `${assessment}/evidence`],
  ['take-in', '/assessment/take-in'],
] as const;

/** What a page must hold whatever it shows: it does not scroll sideways, and nothing lies over the markings. */
async function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`scrolls sideways by ${String(scrollWidth - clientWidth)} px`);
    if (scrollHeight > clientHeight)
      faults.push(`the frame scrolls down by ${String(scrollHeight - clientHeight)} px`);
    const banners = document.querySelectorAll('[data-marking]');
    if (banners.length !== 2) faults.push(`has ${String(banners.length)} markings`);
    for (const banner of banners) {
      const { left, width, top, height } = banner.getBoundingClientRect();
      for (const share of [0.01, 0.25, 0.5, 0.75, 0.99]) {
        const over = document.elementFromPoint(left + width * share, top + height / 2);
        if (over?.closest('[data-marking]') !== banner)
          faults.push(`${over?.tagName ?? 'nothing'} lies over a marking`);
      }
    }
    const main = document.querySelector('main');
    if (main && main.scrollWidth > main.clientWidth) {
      faults.push(`the page scrolls sideways by ${String(main.scrollWidth - main.clientWidth)} px`);
    }
    return faults;
  });
}

test('at 1366 × 768 every page fits and no marking is covered, in light and dark', async ({
  demo,
  page,
}, info) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1366, height: 768 });
  const faults: string[] = [];
  const look = async (name: string): Promise<void> => {
    await demo.settled();
    for (const theme of ['dark', 'light'] as const) {
      await demo.followsDevice(theme);
      faults.push(...(await layoutFaults(page)).map((fault) => `${name}, ${theme}: ${fault}`));
      await page.screenshot({ path: info.outputPath(`${name}-${theme}.png`) });
    }
  };
  for (const [name, path] of pages) {
    await demo.open(path);
    await look(name);
  }
  const list = await demo.openList('Incidents', 'Open');
  await list.rows.first().getByRole('link').click();
  await expect(demo.record.title).toBeVisible();
  await look('split');
  await demo.find('Relay Hill is dark');
  await look('record');
  await page.getByRole('button', { name: 'Help on this page' }).click();
  await expect(page.getByRole('complementary', { name: 'Help' })).toBeVisible();
  await look('record-help');
  expect(faults).toEqual([]);
});
