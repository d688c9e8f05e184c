import type { Browser, Page } from '@playwright/test';
import { actor } from '#resources/demo/people.ts';
import { demoId } from '#resources/demo/script.ts';
import { ratingId } from '#shared/processes/improvement/plan.ts';
import { HubUnderTest } from './fixtures/hub.ts';
import { expect, test } from './fixtures/test.ts';
import { SyncPage } from './pages/sync.ts';
import { WorkbookPage } from './pages/workbook.ts';
import { Workbench } from './pages/workbench.ts';

const title = 'Incident management before the rotation';
const said = 'Runbooks are two years old.';
const hubName = 'Outpost hub';
const assessment = demoId('assessment', 'now');
const hidden = ratingId(assessment, actor('silva').id, {
  process: 'IM',
  attribute: '1.1',
  item: 'IM-O3',
  instance: '',
});

async function joinUnit(browser: Browser, hub: HubUnderTest): Promise<Workbench> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const laptop = new Workbench(await context.newPage());
  await laptop.open();
  const place = { address: hub.address, code: await hub.code(), name: 'Laptop B' };
  await laptop.firstRun.join(place, 'Silva, Marta');
  return laptop;
}

/** What Silva said is nowhere to be seen: lists, print, search, the record itself, related records. ASM-271. */
async function isBlind(demo: Workbench): Promise<void> {
  const { page, main } = demo;
  const where = encodeURIComponent(JSON.stringify([{ column: 'assessment', in: [assessment] }]));
  await demo.open(`/list/rating?where=${where}`);
  await expect(main.getByRole('grid')).toContainText('IM-O6');
  await expect(main).not.toContainText('Silva, Marta');
  await demo.open(`/print/list/rating?where=${where}`);
  await expect(page.getByText('IM · PA 1.1 · IM-O6').first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Silva, Marta');
  await demo.open('/search?q=Runbooks%20years');
  await expect(main.getByText(/record found|records found|Nothing|No record/).first()).toBeVisible();
  await expect(main).not.toContainText(said);
  await demo.open(`/record/${hidden}`);
  await expect(main).toContainText('There is no such record here, or you may not see it');
  await expect(main).not.toContainText('IM-O3');
  await demo.find(title);
  const related = await demo.record.openTab('Ratings');
  await expect(related).toContainText('IM-O6');
  await expect(related).not.toContainText('Silva, Marta');
}

test('two assessors rate blind on their own laptops, by stick and by hub, agree apart, and settle what they agreed on otherwise', async ({
  demo,
  browser,
}) => {
  test.setTimeout(300_000);
  const hub = await HubUnderTest.start();
  try {
    const sync = new SyncPage(demo.page);
    await sync.open();
    await sync.connect({ address: hub.address, code: await hub.code(), name: 'Laptop A' });
    await sync.isInStep(hubName);
    const other = await joinUnit(browser, hub);
    const there = new SyncPage(other.page);
    await sync.open();
    await sync.speakTo(hubName);
    await sync.isInStep(hubName);
    const pages: readonly Page[] = [demo.page, other.page];
    const cut = async (isCut: boolean) => {
      for (const page of pages) await page.context().setOffline(isCut);
    };
    await demo.becomes('Reyes, Ana');
    await cut(true);

    // Each rates alone: ASM-271, ASM-272.
    const mine = await WorkbookPage.open(demo, title);
    await expect(mine.progress).toContainText('Silva, Marta3 of');
    await mine.type('IM-O1', 'f', 'f', 'p', 'f', 'f', 'f');
    await mine.comment('IM-O3', 'Priority is often left as it comes.');
    await mine.answered('IM', 6);
    const theirs = await WorkbookPage.open(other, title);
    await expect(theirs.line('IM-O4')).toBeFocused();
    await theirs.type('IM-O4', 'l', 'f', 'n');
    await theirs.comment('IM-O4', said);
    await theirs.answered('IM', 6);

    // By stick. What came with it is counted, and seen by nobody else.
    await there.open();
    const [stick] = await there.makeBundle('Laptop A');
    await sync.open();
    await sync.openBundle(stick ?? '');
    await expect(sync.opened).toContainText('new here');
    await WorkbookPage.open(demo, title);
    await expect(mine.progress).toContainText('Silva, Marta6 of');
    await expect(mine.given('IM-O3', 'Partially achieved')).toBeChecked();
    await isBlind(demo);
    await demo.becomes('Okafor, Daniel');
    await demo.open('/audit');
    await demo.settled();
    await expect(demo.main).not.toContainText(said);
    await demo.becomes('Reyes, Ana');

    // Meanwhile on the other laptop: ASM-267.
    await WorkbookPage.open(other, title);
    await theirs.type('PA2.1-O1', 'f');
    await theirs.answered('IM', 7);
    await demo.find(title);
    await demo.record.act('Open ratings for consensus');
    await demo.record.isIn('Consensus');
    await WorkbookPage.open(demo, title);
    await expect(mine.line('IM-O4')).toContainText('1 step apart');
    await mine.line('IM-O4').focus();
    await expect(mine.sides).toContainText(said);
    await cut(false);
    await expect(
      demo.main.getByText('Arrived after you opened the ratings: 1 rating of Silva, Marta.'),
    ).toBeVisible({
      timeout: 60_000,
    });
    await expect(other.main.getByText('1 rating of yours came after all ratings were opened.')).toBeVisible();
    await other.main.getByRole('button', { name: 'Open mine' }).click();
    await mine.line('PA2.1-O1').focus();
    await expect(mine.sides).toContainText('Opened late', { timeout: 60_000 });
    await expect(mine.sides).toContainText('Silva, Marta');

    // Both agree with no network, on other lines and on the same one: ASM-268.
    await expect(theirs.line('IM-O3')).toContainText('1 step apart');
    await cut(true);
    await mine.type('IM-O3', 'l');
    await mine.type('IM-O5', 'f');
    await theirs.type('IM-O3', 'p');
    await theirs.type('IM-O6', 'n');
    await mine.type('PA2.1-O1', 'p');
    await expect(mine.reason).toBeFocused();
    await demo.page.keyboard.type('Seen on one shift only.');
    await demo.page.keyboard.press('Escape');
    await expect(mine.line('PA2.1-O1')).toBeFocused();
    await mine.answered('IM', 3);
    await theirs.answered('IM', 2);
    await cut(false);
    for (const book of [mine, theirs]) {
      await expect(book.line('IM-O3')).toContainText('Agreed twice: choose one', { timeout: 60_000 });
      await expect(book.given('IM-O5', 'Fully achieved')).toBeChecked();
      await expect(book.given('IM-O6', 'Not achieved')).toBeChecked();
      await expect(book.line('PA2.1-O1')).toContainText('Seen on one shift only.');
    }
    await theirs.line('IM-O3').focus();
    await theirs.keep('Largely achieved');
    for (const book of [mine, theirs]) {
      await expect(book.line('IM-O3')).not.toContainText('Agreed twice', { timeout: 60_000 });
      await expect(book.given('IM-O3', 'Largely achieved')).toBeChecked();
    }
    await mine.line('IM-O3').focus();
    await demo.main.getByText(/^Agreed \d times/).click();
    await expect(demo.main.getByRole('list').filter({ hasText: 'Silva, Marta' }).last()).toContainText('P');

    // Nothing was set aside by the hub, and the consensus ends.
    await demo.find(title);
    await demo.record.start('Ratings agreed');
    await demo.record.isIn('Recommending');
    await sync.open();
    await sync.exchange(hubName);
    await sync.isInStep(hubName);
    await expect(sync.aside).toBeHidden();
    await other.page.context().close();
  } finally {
    await hub.end();
  }
});
