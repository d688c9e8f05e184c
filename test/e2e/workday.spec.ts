import { rendererFolder } from '../../build/lib/paths.ts';
import { startStaticServer } from '../../build/lib/static-server.ts';
import { expect, test } from './fixtures/test.ts';
import { Workbench } from './pages/workbench.ts';

test('a whole day’s work goes on with the server killed and the network off', async ({ page, context }) => {
  test.setTimeout(120_000);
  const server = await startStaticServer(rendererFolder, 0);
  const day = new Workbench(page, server.address);
  await day.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.close();
  await context.setOffline(true);

  await day.open();
  await day.firstRun.openDemo();
  const fields = await day.quickCreate.open('incident');
  await fields.write('Title', 'Antenna mast leans after the storm');
  await fields.pick('Requester', 'Dawson, Howard');
  await day.quickCreate.save('incident');
  const record = await day.find('Antenna mast leans');
  await record.edit('Symptom', 'Leans to the north');
  await record.note('Guy wires checked by the night shift.');
  await record.start('Start work');
  await record.isIn('In progress');

  await page.reload();
  await expect(record.title).toHaveText('Antenna mast leans after the storm');
  await record.isIn('In progress');
  await expect(record.entry('Guy wires checked')).toBeVisible();
  await day.open('/search?q=leans');
  await expect(page.getByRole('list', { name: 'Records found' })).toContainText('Antenna mast');
  const list = await day.openList('Incidents', 'All');
  expect(await list.total()).toBeGreaterThan(100);
  for (const [path, heading] of [
    ['/handover', 'Shift handover'],
    ['/board/incident', 'Incidents'],
    ['/process/RF', 'Request Fulfillment'],
    ['/settings', 'Settings'],
  ] as const) {
    await day.open(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: /^Where your data are/ })).toContainText(
    /offline|on this laptop/i,
  );
});
