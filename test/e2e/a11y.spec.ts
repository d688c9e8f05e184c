import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoId } from '#resources/demo/script.ts';
import { expect, test } from './fixtures/test.ts';
import type { Workbench } from './pages/workbench.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const assessment = `/assessment/${demoId('assessment', 'now')}`;

const routes = [
  '/',
  '/list/incident?where=[]',
  '/board/incident',
  '/new/incident',
  '/new/request',
  '/catalogue',
  '/process/IM',
  '/search?q=printer',
  '/handover',
  '/import',
  '/sync',
  '/conflicts',
  '/print/list/incident',
  '/settings',
  '/accounts',
  '/audit',
  '/roles',
  '/permissions',
  '/library',
  '/library/process/IM',
  '/library/indicators',
  '/library/models',
  '/library/overlay/SEC',
  '/print/guide/IM',
  '/list/assessment',
  '/assessments/compare',
  '/conformance',
  '/conformance/table',
  '/conformance/report',
  `${assessment}/plan`,
  `${assessment}/evidence`,
  '/assessment/take-in',
  '/help',
  '/nowhere',
];

/** Pages that show each component once: what a theme changes is the same on the others. */
const coloured: readonly string[] = [
  '/',
  '/list/incident?where=[]',
  '/board/incident',
  '/new/incident',
  '/process/IM',
  '/search?q=printer',
  '/handover',
  '/sync',
  '/settings',
  '/audit',
  '/library/process/IM',
];

/** The only rules whose outcome a theme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

async function violations(
  page: Page,
  where: string,
  rules: 'all' | 'of colour' = 'all',
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (
    rules === 'all' ? axe.withTags(tags) : axe.withRules(rulesOfColour)
  ).analyze();
  return found.map(({ id, nodes }) => {
    const [first] = nodes;
    return `${where} ${id} ×${String(nodes.length)}: ${first?.html.slice(0, 160) ?? ''} ${first?.failureSummary ?? ''}`;
  });
}

async function openRecord(demo: Workbench): Promise<void> {
  await demo.find('Relay Hill is dark');
  await demo.settled();
}

/** Every page and overlay; `look` sees each while it is shown. */
async function walk(
  demo: Workbench,
  page: Page,
  through: readonly string[],
  look: (where: string) => Promise<void>,
): Promise<void> {
  for (const route of through) {
    await demo.open(route);
    await demo.settled();
    await look(route);
  }
  await openRecord(demo);
  await look('record');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
  await look('palette');
  await page.keyboard.press('Escape');
  await demo.quickCreate.open('incident');
  await look('quick create');
}

test('no page breaks a rule of WCAG 2.2 AA, in the light, dark and high contrast theme', async ({
  demo,
  page,
}) => {
  test.setTimeout(300_000);
  const found: string[] = [];
  await walk(demo, page, routes, async (where) => {
    if (coloured.includes(where) || !where.startsWith('/')) {
      await demo.followsDevice('dark');
      found.push(...(await violations(page, `${where}, dark`, 'of colour')));
      await demo.followsDevice('high-contrast');
      found.push(...(await violations(page, `${where}, high contrast`, 'of colour')));
      await demo.followsDevice('light');
    }
    found.push(...(await violations(page, where)));
  });
  expect(found).toEqual([]);
});

test('no page breaks a rule of colour in the theme red night vision', async ({ demo, page }) => {
  test.setTimeout(240_000);
  await demo.chooseTheme('Red night vision');
  const found: string[] = [];
  await walk(demo, page, coloured, async (where) => {
    found.push(...(await violations(page, where, 'of colour')));
  });
  expect(found).toEqual([]);
});

test('the first page of all breaks no rule', async ({ workbench, page }) => {
  await workbench.open();
  await expect(workbench.firstRun.heading).toBeVisible();
  expect(await violations(page, 'first run')).toEqual([]);
});

/** Controls that a keyboard has to reach by Tab: inside a grid, a tab list or a group of radios the arrows walk. */
function unreached(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`;
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, textarea, select, [role="combobox"]',
      ),
    ];
    return (
      controls
        .filter(
          (element) =>
            element.checkVisibility({ checkVisibilityCSS: true }) && !element.hasAttribute('data-reached'),
        )
        .filter((element) => !element.matches(':disabled, [aria-hidden="true"], [aria-hidden="true"] *'))
        .filter(
          (element) =>
            !element.closest('[role="grid"], [role="tablist"], [role="radiogroup"], [role="listbox"]'),
        )
        // A second way to what the control beside it does by keyboard.
        .filter(
          (element) => !element.matches('.MuiAutocomplete-popupIndicator, .MuiAutocomplete-clearIndicator'),
        )
        .filter((element) => !element.closest('[data-card]'))
        .map(name)
    );
  });
}

const walked = [
  '/',
  '/list/incident?where=[]',
  '/board/incident',
  '/new/incident',
  '/handover',
  '/settings',
  '/accounts',
  '/audit',
] as const;

test('Tab reaches every control of a page', async ({ demo, page }) => {
  test.setTimeout(240_000);
  for (const route of walked) {
    await demo.open(route);
    await demo.settled();
    await page.evaluate(() => {
      document.addEventListener('focusin', ({ target }) =>
        (target as Element).setAttribute('data-reached', ''),
      );
      (document.activeElement as HTMLElement | null)?.blur();
    });
    for (let presses = 0; presses < 250; presses += 1) {
      await page.keyboard.press('Tab');
      if (presses % 20 === 19 && (await unreached(page)).length === 0) break;
    }
    expect(await unreached(page), route).toEqual([]);
  }
});
