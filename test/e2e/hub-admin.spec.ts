import AxeBuilder from '@axe-core/playwright';
import { HubUnderTest } from './fixtures/hub.ts';
import { expect, test } from './fixtures/test.ts';
import { HubAdminPage } from './pages/hub.ts';

test('an administrator signs in on the hub’s page, changes something, is found again after a reload, and signs out', async ({
  page,
  browser,
}) => {
  const hub = await HubUnderTest.start();
  try {
    const token = await hub.token('Ada');
    const admin = new HubAdminPage(page, hub.address);
    await admin.open();
    await admin.signIn('outpost_notatokenofthishub');
    await expect(page.getByRole('alert')).toContainText('OUT-SYN-029');
    await admin.signIn(token);
    await expect(page.getByText('signed in as Ada')).toBeVisible();
    await admin.makeWorkspace('Second Signal Company');

    // Nothing that opens the hub is within reach of a script, or of whoever has the disk.
    const kept = await page.evaluate(() =>
      JSON.stringify([document.cookie, Object.entries(sessionStorage), Object.entries(localStorage)]),
    );
    expect(kept).not.toContain(token);
    const [cookie] = (await page.context().cookies(`${hub.address}/api/v1/admin`)).filter(({ name }) =>
      name.startsWith('outpost-admin-'),
    );
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/v1/admin' });
    expect(kept).not.toContain(cookie?.value);

    await page.reload();
    await expect(admin.workspaces.getByRole('button', { name: 'Second Signal Company' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

    const other = await browser.newContext();
    const elsewhere = new HubAdminPage(await other.newPage(), hub.address);
    await elsewhere.open();
    await elsewhere.signIn(token);
    await expect(elsewhere.sessions.getByRole('row')).toHaveCount(3);
    await elsewhere.sessions.getByRole('button', { name: /^End the session of Ada/ }).click();
    await page.getByRole('button', { name: 'New workspace' }).click();
    await page.reload();
    await expect(admin.token).toBeVisible();

    await elsewhere.signOut();
    await elsewhere.page.reload();
    await expect(elsewhere.token).toBeVisible();
    await other.close();
  } finally {
    await hub.end();
  }
});
