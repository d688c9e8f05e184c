import { describe, expect, test } from 'vitest';
import { chainEntries, noHead, type Head } from '#shared/changelog/chain.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { lookForAsides } from '#renderer/sync/look-for-asides.ts';
import { openWindow } from '#test/support/open-window.ts';
import { actorWith, analyst, manager, sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { allEntries, auditDatabase, type TestWindow } from '#test/support/workspace.ts';
import { receiveEntries } from './receive.ts';

const hubId = 'HUBHUBHUBHU';
const chief = actorWith('chief', 'administrator');

class Hub {
  #head: Head = noHead;
  readonly #window: TestWindow;

  constructor(window: TestWindow) {
    this.#window = window;
  }

  async rules(verdict: 'aside' | 'stands', record: string, ...entries: readonly EntryRef[]): Promise<void> {
    const { database } = this.#window;
    const { entries: chained, head } = chainEntries(hubId, this.#head, [
      {
        stamp: { wall: 1, counter: this.#head.seq + 100 },
        actor: '',
        type: 'ticket',
        record,
        body: { kind: 'rule', entries, verdict, code: 'OUT-RUL-002', reason: 'Its author may not do that.' },
      },
    ]);
    this.#head = head;
    this.#window.announceForeign(await receiveEntries(database, sampleCatalogue, chained));
  }
}

/** The analyst made and named a ticket, the manager made another; a hub set aside the naming and the other making. */
async function ruled() {
  const window = await openWindow();
  const mine = await window.create({ title: 'Pump is dry' });
  await window.must({ kind: 'edit', record: mine, fields: { title: 'Pump is wet' } });
  window.data.setActor(manager);
  const theirs = await window.create({ title: 'Quiet matter', secret: 'kept' });
  const [, named, made] = (await allEntries(window.database)).map(refOf);
  const hub = new Hub(window);
  await hub.rules('aside', mine, named!);
  await hub.rules('aside', theirs, made!);
  return { window, hub, mine, theirs, named: named!, made: made! };
}

describe('what hubs set aside', () => {
  test('TRU-320 administrators see all of it, others what they wrote; a record that is not made shows what it would be', async () => {
    const { window, mine, theirs } = await ruled();
    window.data.setActor(chief);
    const all = await window.data.audit.ruledAside();
    expect(all.map(({ record, person, hasRecord }) => [record, person, hasRecord]).toSorted()).toEqual(
      [
        [mine, analyst.id, true],
        [theirs, manager.id, false],
      ].toSorted(),
    );
    const [quiet] = all.filter(({ record }) => record === theirs);
    expect(quiet).toMatchObject({
      seen: { title: 'Quiet matter', item: { kind: 'created' } },
      ruling: { hub: hubId, code: 'OUT-RUL-002', reason: 'Its author may not do that.' },
    });
    expect(quiet?.seen?.item.changes.map(({ field }) => field)).not.toContain('secret');
    window.data.setActor(analyst);
    expect((await window.data.audit.ruledAside()).map(({ record }) => record)).toEqual([mine]);
    window.data.setActor(undefined);
    expect(await window.data.audit.ruledAside()).toEqual([]);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('TRU-320 what a hub let stand again is gone from the list', async () => {
    const { window, hub, mine, named } = await ruled();
    await hub.rules('stands', mine, named);
    window.data.setActor(analyst);
    expect(await window.data.audit.ruledAside()).toEqual([]);
    expect((await window.view(mine)).fields['title']).toBe('Pump is wet');
  });

  test('TRU-321 the timeline strikes what was set aside, tells why and who ruled, and it cannot be undone', async () => {
    const { window, mine, named } = await ruled();
    window.data.setActor(analyst);
    const [, edit, ruling] = await window.data.timeline(mine);
    expect(edit).toMatchObject({
      ref: named,
      setAside: 'ruled',
      ruling: { hub: hubId, reason: 'Its author may not do that.' },
    });
    expect(ruling).toMatchObject({ kind: 'ruled', verdict: { is: 'aside', entries: 1, hub: hubId } });
    const undone = await window.data.undo([{ record: mine, ref: named }]);
    expect(undone).toMatchObject({ ok: false, error: [{ code: 'OUT-LOG-007' }] });
  });

  test('TRU-322 its author is told once, with the reason and what to do', async () => {
    const { window } = await ruled();
    window.data.setActor(analyst);
    const [notice, ...others] = await lookForAsides(window.data, 5);
    expect(others).toEqual([]);
    expect(notice?.title).toMatch(/^TIC-.*: a change of yours was set aside$/);
    expect(notice?.body).toMatch(/^Its author may not do that\. .*Audit/);
    expect(await lookForAsides(window.data, 6)).toEqual([]);
    window.data.setActor(chief);
    expect(await lookForAsides(window.data, 7)).toEqual([]);
  });
});
