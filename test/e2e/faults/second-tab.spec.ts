import { expect, test } from '../fixtures/test.ts';
import { faultsOf, readWorkspace } from '../fixtures/database.ts';
import { Workbench } from '../pages/workbench.ts';

const notesEach = 8;

test('two tabs: both work, edits interleave, changes show in both at once, the chain holds', async ({
  demo,
  context,
}) => {
  const record = await demo.find('Relay Hill is dark');
  const other = new Workbench(await context.newPage());
  await other.open(new URL(demo.page.url()).pathname);
  await expect(other.record.title).toContainText('Relay Hill');

  // Seen in the other tab without a reload.
  await record.edit('Symptom', 'Carrier drops at dusk');
  await expect(other.record.article.getByText('Carrier drops at dusk').first()).toBeVisible();
  await other.record.edit('Symptom', 'Carrier drops at dawn');
  await expect(record.article.getByText('Carrier drops at dawn').first()).toBeVisible();

  const write = async (tab: Workbench, name: string): Promise<void> => {
    for (let index = 1; index <= notesEach; index += 1)
      await tab.record.note(`${name} note ${String(index)} ends`);
  };
  await Promise.all([write(demo, 'First'), write(other, 'Second')]);
  for (const tab of [demo, other]) {
    for (const name of ['First', 'Second']) {
      const notes = tab.record.timeline
        .getByRole('listitem')
        .filter({ hasText: new RegExp(`${name} note \\d+ ends`) });
      await expect(notes).toHaveCount(notesEach);
    }
  }
  expect(faultsOf(await readWorkspace(demo.page))).toEqual([]);
});
