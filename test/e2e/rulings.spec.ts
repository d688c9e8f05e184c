import { chainEntries } from '#shared/changelog/chain.ts';
import type { EntryBody } from '#shared/changelog/entry.ts';
import { Device } from '../support/device.ts';
import { HubUnderTest } from './fixtures/hub.ts';
import { expect, test } from './fixtures/test.ts';
import { SyncPage } from './pages/sync.ts';

const title = 'Relay Hill is dark';

/** Somebody with a program of their own, on a device that was let in. */
class Rogue extends Device {
  say(record: string, actor: string, ...bodies: readonly EntryBody[]): void {
    const drafts = bodies.map((body, index) => ({
      stamp: { wall: Date.now(), counter: 1000 + index },
      actor,
      type: 'incident',
      record,
      body,
    }));
    const { entries, head } = chainEntries(this.replica, this.head, drafts);
    this.entries.push(...entries);
    this.head = head;
  }
}

test('what somebody writes in another one’s name is set aside on the laptops of the unit, and told', async ({
  demo,
}) => {
  test.setTimeout(240_000);
  const hub = await HubUnderTest.start();
  try {
    const sync = new SyncPage(demo.page);
    await sync.open();
    await sync.connect({ address: hub.address, code: await hub.code(), name: 'Laptop A' });
    await sync.isInStep('Outpost hub');
    // What the people of the unit wrote stands.
    await expect(sync.aside).toBeHidden();
    const record = await demo.find(title);
    const id = new URL(demo.page.url()).pathname.split('/').at(-1) ?? '';
    const rogue = new Rogue();
    await rogue.enrol(hub.address, await hub.code());
    rogue.say(id, 'somebody', { kind: 'note', text: 'Nobody said this', audience: 'internal', minutes: 500 });
    await rogue.sync();
    const entry = record.entry('Nobody said this');
    await expect(entry).toContainText('Set aside by hub', { timeout: 90_000 });
    await demo.becomes('Reyes, Ana');
    await record.note('I did, and I signed in here');
    await sync.open();
    await sync.isInStep('Outpost hub');
    await expect(sync.aside).toContainText('OUT-RUL-001');
    await expect(sync.aside.getByRole('link')).toHaveAttribute('href', `/record/${id}`);
    await sync.aside.getByText('What it says').click();
    await expect(sync.aside.getByText('Nobody said this')).toBeVisible();
    await expect(sync.aside.getByRole('row')).toHaveCount(2);
  } finally {
    await hub.end();
  }
});
