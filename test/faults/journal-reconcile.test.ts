import 'fake-indexeddb/auto';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { openJournal, type Journal } from '#electron/main/journal/journal.ts';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { testVault } from '#test/support/vault.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import { reconcileJournal } from '#renderer/data/reconcile-journal.ts';
import { writeBulk } from '#renderer/data/bulk.ts';
import { chainEntries } from '#shared/changelog/chain.ts';
import { decodeEntries, encodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { deterministicRecordId } from '#shared/kernel/ids.ts';
import { sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { tempFolder } from '#test/support/temp-folder.ts';
import { allEntries, auditDatabase, freshName, TestWindow } from '#test/support/workspace.ts';

type JournalBridge = OutpostBridge['journal'];

const windows: TestWindow[] = [];
const journals: Journal[] = [];
afterEach(async () => {
  for (const window of windows.splice(0)) window.close();
  for (const journal of journals.splice(0)) await journal.close();
});

/** The real journal over real files, as the bridge hands it to the page. */
async function realJournal(folder?: string): Promise<{ bridge: JournalBridge; journal: Journal }> {
  const journal = await openJournal({ folder: folder ?? (await tempFolder()) });
  journals.push(journal);
  const bridge: JournalBridge = {
    append: (rows) => journal.append(rows),
    replace: (rows) => journal.replace(rows),
    readPage: (from, limit) => journal.readPage(from, limit),
    readRange: (replica, from, to) => journal.readRange(replica, from, to),
    status: () => Promise.resolve(journal.status()),
    quarantine: () => journal.quarantine(),
    keepKeys: (text) => journal.keepKeys(text),
    keptKeys: () => journal.keptKeys(),
  };
  return { bridge, journal };
}

async function open(bridge: JournalBridge, name = freshName()): Promise<TestWindow> {
  const window = await TestWindow.open({ name, journal: bridge });
  windows.push(window);
  return window;
}

/** What the start does before anything is written. */
async function reconcile(name: string, bridge: JournalBridge): Promise<readonly Problem[]> {
  const database = new OutpostDatabase(name, testVault());
  await database.open();
  const notices = await reconcileJournal(database, sampleCatalogue, bridge);
  database.close();
  return notices;
}

/** Some work of a shift: records, changes, acts, notes, one thing undone. */
async function work(window: TestWindow): Promise<string> {
  const id = await window.create({ title: 'It broke', tags: ['wan'] });
  await window.must({ kind: 'edit', record: id, fields: { title: 'It broke again', tags: ['lan'] } });
  await window.must({ kind: 'act', record: id, action: 'start', inputs: {} });
  const { entries } = await window.must({
    kind: 'note',
    record: id,
    text: 'x',
    audience: 'internal',
    minutes: 5,
  });
  await window.data.undo(entries);
  return id;
}

const rowsOf = async (database: OutpostDatabase) =>
  (await database.records.orderBy('id').toArray()).map(({ id, state }) => ({ id, state }));

describe('database and journal at the start', () => {
  test('JNL-30 every save is in the journal when it is done', async () => {
    const { bridge, journal } = await realJournal();
    const window = await open(bridge);
    await work(window);
    expect(journal.status()).toMatchObject({ rows: 5 });
    expect(await reconcile(window.database.name, bridge)).toEqual([]);
    expect(journal.status()).toMatchObject({ rows: 5 });
  });

  test('JNL-31 an emptied database gets all own entries back, and the user is told', async () => {
    const { bridge } = await realJournal();
    const window = await open(bridge);
    await work(window);
    const before = await rowsOf(window.database);
    const { replica } = window.data.identity;
    const { name } = window.database;
    window.close();
    await window.database.delete();
    expect((await reconcile(name, bridge)).map(({ code }) => code)).toEqual(['OUT-STO-003']);
    const again = await open(bridge, name);
    expect(await rowsOf(again.database)).toEqual(before);
    expect(await auditDatabase(again.database)).toEqual([]);
    expect(again.data.identity.replica).not.toBe(replica);
    await again.create({ title: 'After' });
    expect(await auditDatabase(again.database)).toEqual([]);
    expect(await reconcile(name, bridge)).toEqual([]);
  });

  test('JNL-31 that holds for more entries than are taken at once', async () => {
    const { bridge } = await realJournal();
    const window = await open(bridge);
    const id = await window.create({ title: 'x' });
    for (let index = 0; index < 250; index += 1) {
      await window.must({ kind: 'note', record: id, text: `n${index}`, audience: 'internal', minutes: 1 });
    }
    const { name } = window.database;
    window.close();
    await window.database.delete();
    await reconcile(name, bridge);
    const again = await open(bridge, name);
    expect((await again.view(id)).minutesSpent).toBe(250);
    expect(await auditDatabase(again.database)).toEqual([]);
  });

  test('JNL-32 entries that the database lost at its end come back, and the log goes on behind them', async () => {
    const { bridge } = await realJournal();
    const window = await open(bridge);
    const id = await work(window);
    const before = await rowsOf(window.database);
    const { name } = window.database;
    const entries = await allEntries(window.database);
    await cutBack(window.database, 2);
    window.close();
    expect((await reconcile(name, bridge)).map(({ code }) => code)).toEqual(['OUT-STO-013']);
    const again = await open(bridge, name);
    expect(await rowsOf(again.database)).toEqual(before);
    await again.must({ kind: 'edit', record: id, fields: { title: 'Goes on' } });
    const after = await allEntries(again.database);
    expect(after.slice(0, entries.length)).toEqual(entries);
    expect(await auditDatabase(again.database)).toEqual([]);
  });

  test('JNL-32 a number that came back with them is not given again', async () => {
    const { bridge } = await realJournal();
    const window = await open(bridge);
    await window.create({ title: 'One' });
    await window.database.meta.put({ key: 'counter:TIC', value: 0 });
    await window.database.log.clear();
    await window.database.records.clear();
    const { name } = window.database;
    window.close();
    await reconcile(name, bridge);
    const again = await open(bridge, name);
    const done = await again.must({ kind: 'create', type: 'ticket', fields: { title: 'Two' } });
    expect(done.number).toMatch(/-00002$/);
  });

  test('JNL-33 a journal that is behind (a crash after the commit, an import) is brought up', async () => {
    const { bridge, journal } = await realJournal();
    const window = await open(bridge);
    await work(window);
    const histories = Array.from({ length: 500 }, (_, index) => ({
      id: deterministicRecordId(['x', String(index)]),
      type: 'ticket',
      intentions: [{ body: { kind: 'create', fields: { title: `t${index}` } } }] as const,
    }));
    const { database, data } = window;
    const existing = { rows: new Map(), n: 5 };
    const plan = {
      database,
      catalogue: sampleCatalogue,
      identity: data.identity,
      actor: 'x',
      now: 1,
      histories,
      existing,
    };
    await writeBulk(plan);
    expect(journal.status()).toMatchObject({ rows: 5 });
    expect(await reconcile(database.name, bridge)).toEqual([]);
    expect(journal.status()).toMatchObject({ rows: 505 });
  });

  test('JNL-33 and at once after an import or a script, not only at the next start', async () => {
    const { bridge, journal } = await realJournal();
    const window = await open(bridge);
    const actor = window.data.actor ?? { id: 'x', roles: [], teams: [] };
    const script = [1, 2, 3].map((index) => ({
      command: { kind: 'create', type: 'ticket', fields: { title: `t${index}` } } as const,
      actor,
      at: 1,
    }));
    await window.data.runScript(script);
    await window.data.journalSettled();
    expect(journal.status()).toMatchObject({ rows: 3 });
  });

  test('JNL-34 a copied database that was used elsewhere goes on under a new name; both histories are kept', async () => {
    const folder = await tempFolder();
    const { bridge, journal } = await realJournal(folder);
    const window = await open(bridge);
    const id = await work(window);
    const { replica } = window.data.identity;
    // The copy: its entry 5 says something else, and it went on to 7.
    const entries = await allEntries(window.database);
    const head = { seq: 4, hash: entries[4]?.prev ?? '' };
    const drafts = entries.slice(2, 5).map(({ stamp, actor, type, record }, index) => ({
      stamp,
      actor,
      type,
      record,
      body: { kind: 'note', text: `elsewhere ${index}`, audience: 'internal' } as const,
    }));
    await cutBack(window.database, 1);
    const other = chainEntries(replica, head, drafts).entries;
    const { name } = window.database;
    window.close();
    const here = await open(bridge, name);
    await here.must({ kind: 'note', record: id, text: 'here', audience: 'internal' });
    here.close();
    const copy = await tempFolder();
    const { bridge: mixed } = await realJournal(copy);
    await mixed.append(
      [...entries.slice(0, 4), ...other].map((entry) => ({
        replica,
        seq: entry.seq,
        bytes: encodeEntries([entry]),
      })),
    );
    const notices = await reconcile(name, mixed);
    expect(notices.map(({ code }) => code)).toEqual(['OUT-LOG-005']);
    const again = await open(mixed, name);
    expect(again.data.identity.replica).not.toBe(replica);
    const aside = await again.database.aside.toArray();
    expect(aside.map(({ reason }) => reason)).toEqual(['fork', 'fork', 'fork']);
    expect(aside.flatMap(({ bytes }) => decodeEntries(bytes).map(hashEntry)).sort()).toEqual(
      other.map(hashEntry).sort(),
    );
    expect(await auditDatabase(again.database)).toEqual([]);
    // The next start finds nothing new to tell, and does not take another name.
    const { replica: second } = again.data.identity;
    again.close();
    expect(await reconcile(name, mixed)).toEqual([]);
    const third = await open(mixed, name);
    expect(third.data.identity.replica).toBe(second);
    // Even if the database is lost after that: the longer history is the log, the other is kept aside.
    third.close();
    await third.database.delete();
    expect((await reconcile(name, mixed)).map(({ code }) => code)).toEqual(['OUT-STO-003']);
    const last = await open(mixed, name);
    expect(await auditDatabase(last.database)).toEqual([]);
    const kept = new Set([
      ...(await allEntries(last.database)).map(hashEntry),
      ...(await last.database.aside.toArray()).flatMap(({ bytes }) => decodeEntries(bytes).map(hashEntry)),
    ]);
    for (const entry of [...entries.slice(0, 4), ...other]) expect(kept.has(hashEntry(entry))).toBe(true);
    expect(journal.status()).toMatchObject({ state: 'open' });
  });

  test('JNL-35 rows behind a gap in the journal are kept aside, and told once per start', async () => {
    const { bridge } = await realJournal();
    const window = await open(bridge);
    await work(window);
    const entries = await allEntries(window.database);
    const { name } = window.database;
    window.close();
    await window.database.delete();
    const { bridge: torn } = await realJournal();
    const rows = entries
      .filter((_, index) => index !== 2)
      .map((entry) => ({ replica: entry.replica, seq: entry.seq, bytes: encodeEntries([entry]) }));
    await torn.append(rows);
    const notices = await reconcile(name, torn);
    expect(notices.map(({ code }) => code)).toEqual(['OUT-STO-003', 'OUT-STO-014']);
    const again = await open(torn, name);
    expect(await allEntries(again.database)).toEqual(entries.slice(0, 2));
    expect((await again.database.aside.toArray()).map(({ reason }) => reason)).toEqual(['gap', 'gap']);
    expect(await auditDatabase(again.database)).toEqual([]);
  });

  test('JNL-36 an altered row ends what is restored there; what is behind it is kept aside', async () => {
    const { bridge } = await realJournal();
    const window = await open(bridge);
    await work(window);
    const entries = await allEntries(window.database);
    const { name } = window.database;
    window.close();
    await window.database.delete();
    const { bridge: altered } = await realJournal();
    const rows = entries.map((entry, index) => (index === 1 ? { ...entry, actor: 'forger' } : entry));
    await altered.append(
      rows.map((entry) => ({ replica: entry.replica, seq: entry.seq, bytes: encodeEntries([entry]) })),
    );
    const notices = await reconcile(name, altered);
    expect(notices.map(({ code }) => code)).toEqual(['OUT-STO-003', 'OUT-LOG-001']);
    const again = await open(altered, name);
    expect(await again.database.log.count()).toBe(1);
    expect(await again.database.aside.count()).toBe(3);
    expect(await auditDatabase(again.database)).toEqual([]);
  });

  test('JNL-37 a journal that cannot be written is told, and the save stands', async () => {
    const { bridge } = await realJournal();
    const failing: JournalBridge = { ...bridge, append: () => Promise.reject(new Error('no space')) };
    const window = await open(failing);
    const id = await window.create({ title: 'x' });
    expect(window.faults.map(({ code }) => code)).toEqual(['OUT-STO-008']);
    expect((await window.view(id)).fields['title']).toBe('x');
    expect(await reconcile(window.database.name, bridge)).toEqual([]);
    expect((await bridge.status()) as object).toMatchObject({ rows: 1 });
  });

  test('JNL-38 identity: two windows that start together agree on one', async () => {
    const name = freshName();
    const databases = [new OutpostDatabase(name, testVault()), new OutpostDatabase(name, testVault())];
    await Promise.all(databases.map((database) => database.open()));
    const [a, b] = await Promise.all(databases.map((database) => ensureIdentity(database, 1)));
    expect(a).toEqual(b);
    for (const database of databases) database.close();
  });
});

/** Takes the last log rows away with what they changed, as a database does that lost its last commits. */
async function cutBack(database: OutpostDatabase, rows: number): Promise<void> {
  const all = await database.log.orderBy('n').toArray();
  const kept = all.slice(0, all.length - rows);
  const { receiveEntries } = await import('#renderer/data/receive.ts');
  await database.log.clear();
  await database.records.clear();
  for (const row of kept) await receiveEntries(database, sampleCatalogue, decodeEntries(row.bytes));
}
