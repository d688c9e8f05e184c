import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { faultsOf, plainPath, readWorkspace, type Workspace } from '../fixtures/database.ts';
import { Fields } from '../pages/fields.ts';
import { Workbench } from '../pages/workbench.ts';

const kills = 8;
/** A save on an idle machine is over well before this; milliseconds. */
const latest = 60;

/** Small repeatable random numbers (a linear congruential generator); a failing run prints its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Saves by keyboard and kills the renderer so many milliseconds later. */
async function killInSave(context: BrowserContext, page: Page, after: number): Promise<void> {
  const session = await context.newCDPSession(page);
  const gone = page.waitForEvent('crash');
  const due = page.waitForEvent('console', (message) => message.text() === 'kill now');
  // Timed in the page from the key on, so that neither load nor distance decides how far the save has come.
  await page.evaluate((delay) => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Enter') setTimeout(() => console.debug('kill now'), delay);
    };
    document.addEventListener('keydown', onKey, { capture: true });
  }, after);
  const pressed = page.keyboard.press('Control+Enter');
  await due;
  // Neither is answered by a page that is gone.
  void session.send('Page.crash').catch(() => undefined);
  await gone;
  await pressed.catch(() => undefined);
  await page.close();
}

function titlesIn({ records }: Workspace): readonly string[] {
  return records
    .filter(({ type }) => type === 'incident')
    .map(({ state }) => JSON.stringify(state).match(/Kill \d+ of the page/)?.[0] ?? '');
}

test('kill -9 of the page at any point of a save: nothing is half-written and the draft is back', async ({
  context,
}) => {
  test.setTimeout(180_000);
  const seed = Number(process.env['OUTPOST_SEED'] ?? Date.now() % 1_000_000);
  console.log(`Kills with OUTPOST_SEED=${String(seed)}`);
  const next = random(seed);
  const first = new Workbench(await context.newPage());
  await first.open();
  await first.firstRun.createUnit({
    name: '9th Signal Battalion',
    shortName: '9th Sig',
    zone: 'Europe/Berlin',
    marking: 'CUI',
    person: 'Alvarez, Maria',
  });
  await first.page.close();

  let [saved, lost] = [0, 0];
  for (let index = 1; index <= kills; index += 1) {
    const title = `Kill ${String(index)} of the page`;
    const page = await context.newPage();
    const workbench = new Workbench(page);
    await workbench.open('/new/incident');
    const form = new Fields(page, page.getByRole('form', { name: 'New incident' }));
    // What an earlier kill left behind is a draft, and makes room for this one.
    await form.text('Title').fill(title);
    await form.pick('Requester', 'Alvarez, Maria');
    await expect
      .poll(async () => JSON.stringify((await readWorkspace(page)).drafts))
      .toMatch(new RegExp(`${title}.*requester`));
    await killInSave(context, page, next() ** 2 * latest);

    const outside = await context.newPage();
    await outside.goto(plainPath);
    const workspace = await readWorkspace(outside);
    await outside.close();
    expect(faultsOf(workspace), `after kill ${String(index)}, seed ${String(seed)}`).toEqual([]);
    const isSaved = titlesIn(workspace).includes(title);
    const again = await context.newPage();
    await new Workbench(again).open('/new/incident');
    const back = again
      .getByRole('form', { name: 'New incident' })
      .getByRole('textbox', { name: 'Title', exact: true });
    if (isSaved) saved += 1;
    else {
      lost += 1;
      await expect(again.getByText(/What you had typed .* is back/)).toBeVisible();
      await expect(back).toHaveValue(title);
    }
    const start = again.getByRole('button', { name: 'Start over' });
    await expect(back).toBeVisible();
    if (await start.isVisible()) await start.click();
    await again.close();
  }
  console.log(`${String(saved)} saves were over before the kill, ${String(lost)} were not.`);
  expect(saved + lost).toBe(kills);
});
