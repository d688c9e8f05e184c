import type { Browser } from '@playwright/test';
import { startPostgres } from '../support/postgres-cluster.ts';
import { BadLink } from './fixtures/bad-link.ts';
import { HubUnderTest } from './fixtures/hub.ts';
import { expect, test } from './fixtures/test.ts';
import { ConflictsPage, fillAccess, SyncPage } from './pages/sync.ts';
import { Workbench } from './pages/workbench.ts';

/** A second laptop, with a profile of its own, that joins the unit through its hub. */
async function joinUnit(browser: Browser, hub: HubUnderTest, address = hub.address): Promise<Workbench> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const workbench = new Workbench(await context.newPage());
  await workbench.open();
  await expect(workbench.firstRun.heading).toBeVisible();
  await workbench.firstRun.join({ address, code: await hub.code(), name: 'Laptop B' }, 'Okafor, Daniel');
  return workbench;
}

async function withHub(work: (hub: HubUnderTest) => Promise<void>, database?: string): Promise<void> {
  const hub = await HubUnderTest.start(database);
  try {
    await work(hub);
  } finally {
    await hub.end();
  }
}

const title = 'Relay Hill is dark';

test('two laptops and a hub: what one writes is on the other while it is written', async ({ demo, browser }) => {
  await withHub(async (hub) => {
    const sync = new SyncPage(demo.page);
    await sync.connect({ address: hub.address, code: await hub.code(), name: 'Laptop A' });
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
    await new SyncPage(demo.page).connect({
      address: hub.address,
      code: await hub.code(),
      name: 'Laptop A',
    });
    const other = await joinUnit(browser, hub);
    const here = await demo.find(title);
    const there = await other.find(title);
    await demo.page.context().setOffline(true);
    await other.page.context().setOffline(true);
    await here.edit('Title', 'Relay Hill is dark since 0400');
    await there.edit('Title', 'Relay Hill: no power');
    await demo.page.context().setOffline(false);
    await other.page.context().setOffline(false);
    for (const { page } of [demo, other]) {
      const conflicts = new ConflictsPage(page);
      await conflicts.open();
      await expect(conflicts.cards.first()).toContainText('Relay Hill is dark since 0400');
      await expect(conflicts.cards.first()).toContainText('Relay Hill: no power');
    }
    const keep = new ConflictsPage(demo.page).cards.first();
    const values = await keep.getByRole('list').getByRole('listitem').allInnerTexts();
    const place = values.findIndex((text) => text.includes('no power')) + 1;
    await keep.focus().catch(() => undefined);
    await demo.page.keyboard.press(String(place));
    await expect(new ConflictsPage(demo.page).cards).toHaveCount(0);
    await expect(new ConflictsPage(other.page).cards).toHaveCount(0);
    await expect((await other.find('Relay Hill: no power')).title).toHaveText('Relay Hill: no power');
    await other.page.context().close();
  });
});

test('the hub is killed again and again while a laptop writes: nothing is lost', async ({ demo, browser }) => {
  test.setTimeout(240_000);
  await withHub(async (hub) => {
    const sync = new SyncPage(demo.page);
    await sync.connect({ address: hub.address, code: await hub.code(), name: 'Laptop A' });
    const record = await demo.find(title);
    for (let round = 1; round <= 3; round += 1) {
      await record.note(`Note ${round}, before`);
      await hub.kill();
      await record.note(`Note ${round}, with no hub`);
      await hub.restart();
    }
    await sync.open();
    await sync.exchange();
    await sync.isInStep();
    const other = await joinUnit(browser, hub);
    const there = await other.find(title);
    for (let round = 1; round <= 3; round += 1) {
      await expect(there.entry(`Note ${round}, before`)).toBeVisible();
      await expect(there.entry(`Note ${round}, with no hub`)).toBeVisible();
    }
    await other.page.context().close();
  });
});

test('9.6 kbit/s, long, cut every few kilobytes, with flipped bytes: all comes through', async ({ demo, browser }) => {
  test.setTimeout(300_000);
  await withHub(async (hub) => {
    await new SyncPage(demo.page).connect({
      address: hub.address,
      code: await hub.code(),
      name: 'Laptop A',
    });
    const link = await BadLink.to(hub.address);
    try {
      const other = await joinUnit(browser, hub, link.address);
      const sync = new SyncPage(other.page);
      await sync.open();
      await new FieldsOfLink(other).choose();
      link.faults = { bytesPerSecond: 1_200, delay: 300, cutAfter: 9_000, corruptEvery: 7_001 };
      const here = await demo.find(title);
      for (let round = 1; round <= 5; round += 1) await here.note(`Far note ${round}`);
      const there = await other.find(title);
      await there.note('Near note');
      await expect(async () => {
        await sync.open();
        await sync.exchange();
        await sync.isInStep();
      }).toPass({ timeout: 200_000 });
      const again = await other.find(title);
      for (let round = 1; round <= 5; round += 1) await expect(again.entry(`Far note ${round}`)).toBeVisible();
      await expect((await demo.find(title)).entry('Near note')).toBeVisible();
      await other.page.context().close();
    } finally {
      link.end();
    }
  });
});

/** The choice of the link on the page of hubs. */
class FieldsOfLink {
  constructor(readonly workbench: Workbench) {}

  async choose(): Promise<void> {
    const { page } = this.workbench;
    await page.getByRole('combobox', { name: 'Link' }).click();
    await page.getByRole('option', { name: /9\.6/ }).click();
  }
}

test('a hub on PostgreSQL does the same', async ({ demo, browser }) => {
  const postgres = await startPostgres();
  try {
    await withHub(async (hub) => {
      await new SyncPage(demo.page).connect({
        address: hub.address,
        code: await hub.code(),
        name: 'Laptop A',
      });
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
