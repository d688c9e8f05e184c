import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openJournal } from '#electron/main/journal/journal.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { decodeEntries, encodeEntries } from '#shared/changelog/codec.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import { stubOf } from '#shared/changelog/redaction/stub.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { newRecordId, type EntryRef } from '#shared/kernel/ids.ts';
import { tempFolder } from '#test/support/temp-folder.ts';
import { weak } from '#test/support/vouched-unit.ts';
import { allEntries, auditDatabase, freshName, TestWindow } from '#test/support/workspace.ts';
import { readEntries } from '../log.ts';

const word = 'Zanzibarwort';
const anna: Actor = { id: newRecordId(1), roles: ['administrator'], teams: [] };
const ben: Actor = { id: newRecordId(2), roles: ['administrator'], teams: [] };
const cora: Actor = { id: newRecordId(3), roles: ['requester'], teams: [] };

async function open(
  options: { name?: string; journal?: OutpostBridge['journal'] } = {},
): Promise<TestWindow> {
  const window = await TestWindow.open({ catalogue, ...options });
  onTestFinished(() => window.close());
  return window;
}

/** A unit with two administrators, and a service that somebody wrote too much about. */
async function unit(options: Parameters<typeof open>[0] = {}) {
  const window = await open(options);
  window.data.setActor(anna);
  for (const [{ id, roles }, name] of [
    [anna, 'Anna'],
    [ben, 'Ben'],
    [cora, 'Cora'],
  ] as const) {
    await window.must({ kind: 'create', type: 'person', id, fields: { name, roles } });
  }
  const place = await window.create({ name: 'Depot' }, 'location');
  await window.must({ kind: 'edit', record: place, fields: { name: `Depot ${word}` } });
  await window.must({ kind: 'note', record: place, text: `A note on ${word}`, audience: 'internal' });
  return { window, place };
}

/** The entries of the record that hold the word. */
async function spilled({ database }: TestWindow, record: string) {
  const entries = await allEntries(database);
  return entries
    .filter((entry) => entry.record === record && JSON.stringify(entry.body).includes(word))
    .map(({ replica, seq }) => `${replica}:${seq}` as const);
}

async function order(window: TestWindow, record: string, by: Actor = anna) {
  window.data.setActor(by);
  const entries = await spilled(window, record);
  const done = await window.must({ kind: 'redact', record, entries, reason: 'Marked higher than the unit' });
  const [written] = done.entries;
  if (!written) throw new Error('There is no order.');
  return written.ref;
}

async function confirm(window: TestWindow, record: string, ref: EntryRef, by: Actor = ben) {
  window.data.setActor(by);
  await window.must({ kind: 'answerRedaction', record, order: ref, answer: 'confirm' });
  await window.data.redactions.settled();
}

/** All that stands in the database, opened, as one text. */
async function everything({ database }: TestWindow): Promise<string> {
  const tables = await Promise.all(database.tables.map((table) => table.toArray()));
  const log = await allEntries(database);
  const blocks = await database.blocks.toArray();
  const bytes = blocks.map((row) => Buffer.from(row.bytes).toString('latin1'));
  return [JSON.stringify(tables), JSON.stringify(log), ...bytes].join('\n');
}

describe('an order', () => {
  it('RED-101 only administrators ask, for entries that hold contents, with a reason that does not say it again', async () => {
    const { window, place } = await unit();
    const entries = await spilled(window, place);
    const ask = (reason: string, refs = entries) =>
      window.data.execute({ kind: 'redact', record: place, entries: refs, reason });
    const codeOf = async (asked: ReturnType<typeof ask>) => {
      const result = await asked;
      return result.ok ? 'done' : result.error[0]?.code;
    };
    expect(await codeOf(ask(' '))).toBe('OUT-VAL-001');
    expect(await codeOf(ask(`It says A note on ${word}`))).toBe('OUT-RED-002');
    expect(await codeOf(ask('x', []))).toBe('OUT-VAL-001');
    expect(await codeOf(ask('x', ['nowhere:1']))).toBe('OUT-RED-001');
    window.data.setActor({ ...cora, roles: ['serviceManager'] });
    expect(await codeOf(ask('x'))).toBe('OUT-PER-001');
    window.data.setActor(anna);
    expect(await codeOf(ask('Spill'))).toBe('done');
    expect(await codeOf(ask('Spill'))).toBe('OUT-RED-001');
  });

  it('RED-102 another administrator confirms, and RED-103 nobody takes a confirmation back', async () => {
    const { window, place } = await unit();
    const ref = await order(window, place);
    const answer = { kind: 'answerRedaction', record: place, order: ref, answer: 'confirm' } as const;
    expect(await window.data.execute(answer)).toMatchObject({ error: [{ code: 'OUT-PER-004' }] });
    window.data.setActor(cora);
    expect(await window.data.execute(answer)).toMatchObject({ ok: false });
    window.data.setActor(ben);
    const done = await window.must(answer);
    expect(await window.data.execute(answer)).toMatchObject({ error: [{ code: 'OUT-RED-003' }] });
    expect(await window.data.undo(done.entries)).toMatchObject({ error: [{ code: 'OUT-LOG-007' }] });
    window.data.setActor(anna);
    expect(await window.data.undo([{ record: place, ref }])).toMatchObject({
      error: [{ code: 'OUT-LOG-007' }],
    });
  });

  it('RED-103 who asked takes it back, or another one declines: all stays', async () => {
    const { window, place } = await unit();
    const first = await order(window, place);
    await window.must({ kind: 'undo', entries: [{ record: place, ref: first }] });
    const second = await order(window, place);
    window.data.setActor(ben);
    await window.must({ kind: 'answerRedaction', record: place, order: second, answer: 'decline' });
    await window.data.redactions.settled();
    const states = (await window.data.redactions.list()).map((one) => one.order.state).sort();
    expect(states).toEqual(['declined', 'withdrawn']);
    expect((await window.view(place)).fields['name']).toContain(word);
  });

  it('RED-108 nobody orders or answers a redaction in their own account', async () => {
    const { window } = await unit();
    const made = await window.data.access.makeCredential('words of hers', weak());
    const credential = JSON.stringify(made.credential);
    const fields = { name: `Anna ${word}`, person: anna.id, credential };
    const account = await window.create(fields, 'account');
    const entries = await spilled(window, account);
    const ask = () => window.data.execute({ kind: 'redact', record: account, entries, reason: 'Spill' });
    window.data.setActor(anna);
    expect(await ask()).toMatchObject({ error: [{ code: 'OUT-PER-004' }] });
    const ref = await order(window, account, ben);
    const answer = { kind: 'answerRedaction', record: account, order: ref, answer: 'confirm' } as const;
    window.data.setActor(anna);
    expect(await window.data.execute(answer)).toMatchObject({ error: [{ code: 'OUT-PER-004' }] });
  });

  it('RED-107 removes nothing where one of the two was no administrator', async () => {
    const { window, place } = await unit();
    const mallory: Actor = { id: cora.id, roles: ['administrator'], teams: [] };
    const other = await window.create({ name: `Gate ${word}` }, 'location');
    const byAnna = await order(window, other);
    await confirm(window, other, byAnna, mallory);
    expect(await window.data.redactions.list()).toMatchObject([{ lacksRight: true, isRemovedHere: false }]);
    expect(await spilled(window, other)).toHaveLength(1);
    window.clock.at += 1000;
    const ref = await order(window, place, mallory);
    await confirm(window, place, ref);
    expect(await window.data.redactions.list()).toMatchObject([
      { record: place, lacksRight: true, isRemovedHere: false },
      { record: other },
    ]);
    expect(await everything(window)).toContain(word);
    expect((await window.view(place)).fields['name']).toBe('Depot');
  });
});

describe('removing', () => {
  it('RED-120 nothing of it is left on the device: log, records, index, drafts, files, what was kept aside', async () => {
    const { window, place } = await unit();
    const { database, data } = window;
    const file = new File([`The file says ${word}`], `${word}.txt`);
    expect(await data.attachments.add(place, file, { audience: 'internal' })).toMatchObject({ ok: true });
    await data.local.saveDraft(`note:${place}`, { text: word });
    const [row] = await database.log.reverse().limit(1).toArray();
    const last = decodeEntries(row!.bytes)[0]!;
    await database.aside.put({ key: `${last.replica}:${last.seq}:x`, reason: 'gap', bytes: row!.bytes });
    await window.server.answer({ kind: 'save' });
    expect(await everything(window)).toContain(word);
    const before = await allEntries(database);
    expect(await database.blocks.count()).toBeGreaterThan(0);
    const asked = vi.spyOn(window.server, 'answer');
    await confirm(window, place, await order(window, place));
    // The saved index is gone, and what is in memory is made anew before it is saved again.
    expect(await database.blocks.count()).toBe(0);
    expect(asked).toHaveBeenCalledWith({ kind: 'rebuild' });
    await window.server.answer({ kind: 'save' });
    expect(await everything(window)).not.toMatch(new RegExp(word, 'i'));
    expect(await database.chunks.count()).toBe(0);
    expect(await auditDatabase(database, catalogue)).toEqual([]);
    expect((await allEntries(database)).length).toBe(before.length + 2);
    expect(await data.redactions.list()).toMatchObject([
      { isRemovedHere: true, lacksRight: false, isOneDevice: true },
    ]);
    const found = await data.search(word, [{ type: 'location', where: [] }], 5);
    expect(found.total).toBe(0);
    const timeline = await data.timeline(place);
    expect(timeline.filter(({ contents }) => contents === 'redacted')).toHaveLength(3);
    expect((await window.view(place)).fields['name']).toBe('Depot');
  });

  it('RED-121 the timeline and the audit show nothing of it as soon as it is confirmed', async () => {
    const { window, place } = await unit();
    const ref = await order(window, place);
    window.data.setActor(ben);
    await window.must({ kind: 'answerRedaction', record: place, order: ref, answer: 'confirm' });
    expect(JSON.stringify(await window.data.timeline(place))).not.toContain(word);
    const { entries } = await window.data.audit.page({}, 100);
    expect(JSON.stringify(entries)).not.toContain(word);
  });

  it('RED-122 the content of a file stays where another entry that counts names it', async () => {
    const { window, place } = await unit();
    const other = await window.create({ name: 'Gate' }, 'location');
    const file = () => new File(['the same content'], `${word}.txt`);
    await window.data.attachments.add(place, file(), { audience: 'internal' });
    await window.data.attachments.add(other, file(), { audience: 'internal' });
    await confirm(window, place, await order(window, place));
    expect(await window.database.blobs.count()).toBe(1);
    await confirm(window, other, await order(window, other));
    expect(await window.database.blobs.count()).toBe(0);
  });

  it('RED-123 broken off anywhere, the next start goes on', async () => {
    const broken: string[] = [];
    for (const table of ['chunks', 'log', 'drafts', 'meta'] as const) {
      const name = freshName();
      const { window, place } = await unit({ name });
      await window.data.attachments.add(place, new File([word], `${word}.txt`), { audience: 'internal' });
      await window.data.local.saveDraft(`note:${place}`, { text: word });
      const ref = await order(window, place);
      window.data.setActor(ben);
      // The first write of the removal into this table fails, and with it all behind it.
      let isArmed = true;
      const stop = () => {
        if (!isArmed) return;
        broken.push(table);
        throw new Error('The power went.');
      };
      await window.data.redactions.settled();
      window.database.table(table).hook('updating', stop);
      window.database.table(table).hook('deleting', stop);
      window.database.table(table).hook('creating', (name) => (name === 'redacted' ? stop() : undefined));
      await window.data
        .execute({ kind: 'answerRedaction', record: place, order: ref, answer: 'confirm' })
        .then(() => window.data.redactions.settled())
        .catch(() => undefined);
      isArmed = false;
      window.close();
      const again = await open({ name });
      await again.data.redactions.settled();
      expect(await again.data.redactions.list()).toMatchObject([{ isRemovedHere: true }]);
      expect(await everything(again)).not.toContain(word);
      expect(await again.database.chunks.count()).toBe(0);
      expect(await auditDatabase(again.database, catalogue)).toEqual([]);
    }
    expect(new Set(broken)).toEqual(new Set(['chunks', 'log', 'drafts', 'meta']));
  });

  it('RED-124 in the journal of the desktop application it goes as well, and the next start has nothing to mend', async () => {
    const folder = await tempFolder();
    const journal = await openJournal({ folder });
    onTestFinished(() => journal.close());
    const bridge: OutpostBridge['journal'] = {
      append: (rows) => journal.append(rows),
      replace: (rows) => journal.replace(rows),
      readPage: (from, limit) => journal.readPage(from, limit),
      readRange: (replica, from, to) => journal.readRange(replica, from, to),
      status: () => Promise.resolve(journal.status()),
      quarantine: () => journal.quarantine(),
      keepKeys: (text) => journal.keepKeys(text),
      keptKeys: () => journal.keptKeys(),
    };
    const { window, place } = await unit({ journal: bridge });
    await window.data.journalSettled();
    const inJournal = async () => {
      const { rows } = await journal.readPage(null);
      return JSON.stringify(rows.flatMap(({ bytes }) => decodeEntries(bytes)));
    };
    expect(await inJournal()).toContain(word);
    const count = (await journal.readPage(null)).rows.length;
    await confirm(window, place, await order(window, place));
    expect(await inJournal()).not.toContain(word);
    expect((await journal.readPage(null)).rows).toHaveLength(count + 2);
  });
});

describe('verifying', () => {
  it('RED-140 counts what is redacted by order, and names what is withheld without one', async () => {
    const { window, place } = await unit();
    const { database, data } = window;
    await confirm(window, place, await order(window, place));
    await data.verification.run('all');
    expect(data.verification.status.last).toMatchObject({ faultCount: 0, redacted: 2 });
    const entries = await allEntries(database);
    const victim = entries.find((entry) => entry.record === place && entry.body.kind === 'create')!;
    const stub = stubOf(victim, [])!;
    const held = (await database.log.toArray()).find(
      ({ from, to }) => from <= victim.seq && victim.seq <= to,
    )!;
    const bytes = encodeEntries(
      decodeEntries(held.bytes).map((entry) => (entry.seq === victim.seq ? stub : entry)),
    );
    await database.log.put({ ...held, bytes });
    const known = (await database.records.get(place))!;
    const state = foldRecord(await readEntries(database, known));
    await database.records.put({ ...known, state });
    await data.verification.run('all');
    const where = { replica: victim.replica, seq: victim.seq, record: place };
    expect(data.verification.status.last).toMatchObject({
      faultCount: 1,
      faults: [{ ...where, problem: { code: 'OUT-RED-005' } }],
    });
  });
});
