import type { Browser } from '@playwright/test';
import { startPostgres } from '../support/postgres-cluster.ts';
import { BadLink } from './fixtures/bad-link.ts';
import { HubUnderTest } from './fixtures/hub.ts';
import { expect, test } from './fixtures/test.ts';
import { ConflictsPage, SyncPage } from './pages/sync.ts';
import { Workbench } from './pages/workbench.ts';

const hubName = 'Outpost hub';
const title = 'Relay Hill is dark';

/** The first laptop, which holds the demo unit, brings it to the hub. */
async function connect(laptop: Workbench, hub: HubUnderTest): Promise<SyncPage> {
  const sync = new SyncPage(laptop.page);
  await sync.open();
  await sync.connect({ address: hub.address, code: await hub.code(), name: 'Laptop A' });
  await sync.isInStep(hubName);
  return sync;
}

/** A second laptop, with a profile of its own, joins the unit through its hub. */
async function joinUnit(browser: Browser, hub: HubUnderTest, address = hub.address): Promise<Workbench> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const laptop = new Workbench(await context.newPage());
  await laptop.open();
  await laptop.firstRun.join({ address, code: await hub.code(), name: 'Laptop B' }, 'Okafor, Daniel');
  return laptop;
}

async function withHub(work: (hub: HubUnderTest) => Promise<void>, database?: string): Promise<void> {
  const hub = await HubUnderTest.start(database);
  try {
    await work(hub);
  } finally {
    await hub.end();
  }
}

test('two laptops and a hub: what one writes is on the other while it is written', async ({
  demo,
  browser,
}) => {
  await withHub(async (hub) => {
    const sync = await connect(demo, hub);
    await expect(sync.history).toContainText('Complete');
    const other = await joinUnit(browser, hub);
    const there = await other.find(title);
    const here = await demo.find(title);
    await here.note('Seen from the first laptop');
    await expect(there.entry('Seen from the first laptop')).toBeVisible();
    await there.note('And back from the second');
    await expect(here.entry('And back from the second')).toBeVisible();
    await other.page.context().close();
  });
});

test('both edit one field with no network: a conflict is in front of a person on both, and one key settles it', async ({
  demo,
  browser,
}) => {
  await withHub(async (hub) => {
    await connect(demo, hub);
    const other = await joinUnit(browser, hub);
    const here = await demo.find(title);
    const there = await other.find(title);
    await demo.page.context().setOffline(true);
    await other.page.context().setOffline(true);
    await here.edit('Symptom', 'Dark since 0400');
    await there.edit('Symptom', 'No power at the mast');
    await demo.page.context().setOffline(false);
    await other.page.context().setOffline(false);
    const number = await here.number();
    const inboxes = [demo, other].map(({ page }) => new ConflictsPage(page));
    for (const inbox of inboxes) {
      await inbox.open();
      await expect(inbox.card('Symptom', number)).toContainText('Dark since 0400');
      await expect(inbox.card('Symptom', number)).toContainText('No power at the mast');
    }
    const [first, second] = inboxes;
    const values = await first!.card('Symptom', number).getByRole('listitem').allInnerTexts();
    await demo.page.keyboard.press(String(values.findIndex((text) => text.includes('No power')) + 1));
    for (const inbox of [first!, second!]) await expect(inbox.card('Symptom', number)).toHaveCount(0);
    await expect((await other.find(title)).article).toContainText('No power at the mast');
    await other.page.context().close();
  });
});

test('no network at all: a bundle on a stick brings what the other laptop lacks', async ({
  demo,
  browser,
}) => {
  await withHub(async (hub) => {
    const sync = await connect(demo, hub);
    const other = await joinUnit(browser, hub);
    await sync.open();
    await sync.speakTo(hubName);
    await sync.isInStep(hubName);
    for (const { page } of [demo, other]) await page.context().setOffline(true);
    await (await demo.find(title)).note('Carried by hand');
    await sync.open();
    const [file] = await sync.makeBundle('Laptop B');
    const there = new SyncPage(other.page);
    await there.open();
    await there.chooseBundle(file ?? '');
    await expect(there.brought).toContainText('entries, 1 new here');
    await there.page.getByRole('button', { name: 'Take in' }).click();
    await expect(there.opened).toContainText('1 entry new here');
    await expect((await other.find(title)).entry('Carried by hand')).toBeVisible();
    await there.open();
    await there.openBundle(file ?? '');
    await expect(there.opened).toContainText('opened here before');
    await other.page.context().close();
  });
});

test('the hub is killed again and again while a laptop writes: nothing is lost', async ({
  demo,
  browser,
}) => {
  test.setTimeout(240_000);
  await withHub(async (hub) => {
    const sync = await connect(demo, hub);
    const record = await demo.find(title);
    for (let round = 1; round <= 3; round += 1) {
      await record.note(`Note ${round}, before`);
      await hub.kill();
      await record.note(`Note ${round}, with no hub`);
      await hub.restart();
    }
    await sync.open();
    await sync.exchange(hubName);
    await sync.isInStep(hubName);
    const other = await joinUnit(browser, hub);
    const there = await other.find(title);
    for (let round = 1; round <= 3; round += 1) {
      await expect(there.entry(`Note ${round}, before`)).toBeVisible();
      await expect(there.entry(`Note ${round}, with no hub`)).toBeVisible();
    }
    await other.page.context().close();
  });
});

test('9.6 kbit/s, long, cut every few kilobytes, with flipped bytes: all comes through', async ({
  demo,
  browser,
}) => {
  test.setTimeout(300_000);
  await withHub(async (hub) => {
    await connect(demo, hub);
    const link = await BadLink.to(hub.address);
    try {
      const other = await joinUnit(browser, hub, link.address);
      const sync = new SyncPage(other.page);
      await sync.open();
      await sync.useLink(hubName, 'Thin link');
      link.faults = { bytesPerSecond: 1_200, delay: 300, cutAfter: 9_000, corruptEvery: 7_001 };
      const here = await demo.find(title);
      for (let round = 1; round <= 5; round += 1) await here.note(`Far note ${round}`);
      const there = await other.find(title);
      await there.note('Near note');
      await expect(async () => {
        await sync.open();
        await sync.exchange(hubName);
        await sync.isInStep(hubName);
      }).toPass({ timeout: 200_000 });
      const again = await other.find(title);
      for (let round = 1; round <= 5; round += 1)
        await expect(again.entry(`Far note ${round}`)).toBeVisible();
      await expect((await demo.find(title)).entry('Near note')).toBeVisible();
      await other.page.context().close();
    } finally {
      link.end();
    }
  });
});

test('a hub on PostgreSQL does the same', async ({ demo, browser }) => {
  const postgres = await startPostgres();
  try {
    await withHub(async (hub) => {
      await connect(demo, hub);
      const other = await joinUnit(browser, hub);
      const here = await demo.find(title);
      await here.note('Through PostgreSQL');
      await expect((await other.find(title)).entry('Through PostgreSQL')).toBeVisible();
      await other.page.context().close();
    }, postgres.url);
  } finally {
    await postgres.stop();
  }
});

test('a laptop without a hub is told what one is, and what its form lacks', async ({ demo, page }) => {
  const sync = new SyncPage(page);
  await demo.settled();
  await sync.open();
  await expect(page.getByText('Connected to no hub')).toBeVisible();
  await sync.connect({ address: 'hub.example:4790', code: 'K7Q2', link: 'Thin link' });
  await expect(sync.form.getByRole('textbox', { name: 'One-time code' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await page.goBack();
  await sync.open();
  await expect(sync.form.getByRole('textbox', { name: 'Address of the hub' })).toHaveValue(
    'hub.example:4790',
  );
});

test('the inbox says what conflicts are while there is none', async ({ demo, page }) => {
  await demo.settled();
  await new ConflictsPage(page).open();
  await expect(page.getByText('No conflicts', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: /^Overtaken actions/ }).click();
  await expect(page.getByText('No overtaken actions')).toBeVisible();
});
