import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { newRecordId, type EntryRef } from '#shared/kernel/ids.ts';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { stubOf } from '#shared/changelog/redaction/stub.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { toPackedRun, unpackRun } from '#shared/sync/wire.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { SyncedLaptop } from '#test/support/synced-laptop.ts';
import { allEntries, auditDatabase } from '#test/support/workspace.ts';

const word = 'Zanzibarwort';
const people = ['Anna', 'Ben', 'Cora'].map((_, index): Actor => ({
  id: newRecordId(index + 1),
  roles: ['administrator'],
  teams: [],
}));
const [anna, ben] = people as [Actor, Actor, Actor];

async function laptop(hub: TestHub): Promise<SyncedLaptop> {
  const opened = await SyncedLaptop.open(undefined, catalogue);
  onTestFinished(() => opened.close());
  await opened.join(hub);
  opened.window.data.setActor(anna);
  return opened;
}

/** Anna's laptop with a unit of two administrators, exchanged; and a place that says the word, exchanged or not. */
async function unit(hub: TestHub, isSent = true) {
  const a = await laptop(hub);
  for (const [index, name] of ['Anna', 'Ben'].entries()) {
    const { id, roles } = people[index]!;
    await a.window.must({ kind: 'create', type: 'person', id, fields: { name, roles } });
  }
  const fields = { name: 'Unit', shortName: 'Unit', zone: 'UTC', marking: 'UNCLASSIFIED' };
  await a.window.must({ kind: 'create', type: 'unit', fields });
  const place = await a.window.create({ name: `Depot ${word}` }, 'location');
  const file = new File([`The file says ${word}`], `${word}.txt`);
  await a.window.data.attachments.add(place, file, { audience: 'internal' });
  if (isSent) await a.syncFiles();
  return { a, place, hash: sha256Hex(`The file says ${word}`) };
}

async function ask({ window }: SyncedLaptop, record: string): Promise<EntryRef> {
  window.data.setActor(anna);
  const known = await allEntries(window.database);
  const entries = known
    .filter((entry) => entry.record === record && JSON.stringify(entry.body).includes(word))
    .map(({ replica, seq }): EntryRef => `${replica}:${seq}`);
  const done = await window.must({ kind: 'redact', record, entries, reason: 'Spill' });
  return done.entries[0]!.ref;
}

async function confirm({ window }: SyncedLaptop, record: string, order: EntryRef): Promise<void> {
  window.data.setActor(ben);
  await window.must({ kind: 'answerRedaction', record, order, answer: 'confirm' });
  await window.data.redactions.settled();
}

async function logText({ window }: SyncedLaptop): Promise<string> {
  await window.data.redactions.settled();
  return JSON.stringify(await allEntries(window.database));
}

/** All runs that the hub holds, opened. */
async function heldAt({ hub: { storage }, workspace }: TestHub): Promise<readonly Entry[]> {
  const runs = await storage.logs.after(workspace, 0, 1000);
  return runs.flatMap(({ bytes, prev }) => unpackRun(bytes, { prev }));
}

const isGoneAt = (hub: TestHub) =>
  vi.waitFor(async () => expect(JSON.stringify(await heldAt(hub))).not.toContain(word), 8000);

describe.each(engines)('a hub on %s', (engine) => {
  it('RED-132 removes what two administrators ordered: stored runs, what was refused, files; and passes on what is left', async () => {
    const hub = await startTestHub({ engine });
    const { storage } = hub.hub;
    const { a, place, hash } = await unit(hub);
    expect(await storage.blobs.state({ workspace: hub.workspace, hash })).toBeDefined();
    const before = await heldAt(hub);
    expect(JSON.stringify(before)).toContain(word);
    const spilled = before.filter((entry) => JSON.stringify(entry).includes(word));
    const letter = toPackedRun({ replica: a.replica, entries: spilled.slice(0, 1) });
    await storage.deadLetters.add(
      { workspace: hub.workspace, via: a.replica },
      [
        {
          ...{ id: newRecordId(9), replica: a.replica, first: letter.from, last: letter.to, bytesHash: 'x' },
          ...{
            code: 'OUT-SYN-006',
            message: '',
            receivedAt: 1,
            signature: null,
            size: 1,
            bytes: letter.bytes,
          },
        },
      ],
      hub.hub.limits.deadLetters,
    );
    const order = await ask(a, place);
    await a.sync();
    const b = await laptop(hub);
    await b.sync();
    await confirm(b, place, order);
    await b.sync();
    await isGoneAt(hub);
    expect(await storage.blobs.state({ workspace: hub.workspace, hash })).toBeUndefined();
    const [kept] = await storage.deadLetters.list(hub.workspace);
    expect((await storage.deadLetters.find(kept!.id))?.bytes.length).toBe(0);
    const late = await laptop(hub);
    await late.sync();
    await late.window.data.redactions.settled();
    await late.window.data.verification.run('all');
    expect(late.window.data.verification.status.last).toMatchObject({ faultCount: 0, redacted: 2 });
    expect(await logText(late)).not.toContain(word);
    expect(await late.vector()).toEqual(await b.vector());
    expect(await auditDatabase(late.window.database, catalogue)).toEqual([]);
  });

  it('RED-132 removes nothing where one of the two was no administrator, and goes on after a restart', async () => {
    const hub = await startTestHub({ engine });
    const { a, place } = await unit(hub);
    const order = await ask(a, place);
    a.window.data.setActor(people[2]);
    await a.window.must({ kind: 'answerRedaction', record: place, order, answer: 'confirm' });
    await a.sync();
    const [row] = await a.window.data.redactions.list();
    expect(row).toMatchObject({ lacksRight: true, isRemovedHere: false });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(JSON.stringify(await heldAt(hub))).toContain(word);
    a.window.data.setActor(anna);
    const { id, roles } = people[2]!;
    await a.window.must({ kind: 'create', type: 'person', id, fields: { name: 'Cora', roles } });
    await a.sync();
    await hub.stop();
    const again = await startTestHub({ engine, place: hub.place });
    await isGoneAt(again);
  });
});

describe('the database file of a hub', () => {
  it('RED-132 holds no word of it any more, nor does its write-ahead log', async () => {
    const hub = await startTestHub();
    const { a, place } = await unit(hub);
    const { place: at } = hub;
    if (!('file' in at)) throw new Error('It is no file.');
    const files = async () =>
      Promise.all(
        ['', '-wal'].map(async (side) =>
          (await readFile(`${at.file}${side}`).catch(() => Buffer.alloc(0))).toString('latin1'),
        ),
      );
    expect((await files()).join()).toContain(`The file says ${word}`);
    await confirm(a, place, await ask(a, place));
    await a.sync();
    await isGoneAt(hub);
    await vi.waitFor(async () => expect((await files()).join()).not.toContain(word), 8000);
  });
});

describe('exchange', () => {
  it('RED-130 who was away holds it until the next exchange, and that is told', async () => {
    const hub = await startTestHub();
    const { a, place } = await unit(hub);
    const b = await laptop(hub);
    await b.sync();
    await a.sync();
    await confirm(a, place, await ask(a, place));
    expect(await a.window.data.redactions.list()).toMatchObject([
      { isRemovedHere: true, holders: { passed: [], open: { length: 2 } } },
    ]);
    await a.sync();
    expect(await a.window.data.redactions.list()).toMatchObject([
      { holders: { passed: { length: 1 }, open: ['Laptop'] } },
    ]);
    expect(await logText(b)).toContain(word);
    await b.sync();
    expect(await logText(b)).not.toContain(word);
    expect(await b.window.database.chunks.count()).toBe(0);
    const { files } = await b.bundleFor(a.replica);
    for (const { bytes } of files) await a.open(bytes);
    expect(await a.window.data.redactions.list()).toMatchObject([{ holders: { open: [] } }]);
    expect(await b.states()).toEqual(await a.states());
  });

  it('RED-131 what was written and redacted away from the hub reaches it as what is left', async () => {
    const hub = await startTestHub();
    const { a, place } = await unit(hub, false);
    await confirm(a, place, await ask(a, place));
    await a.sync();
    expect(JSON.stringify(await heldAt(hub))).not.toContain(word);
    const b = await laptop(hub);
    await b.sync();
    expect(await b.states()).toEqual(await a.states());
  });

  it('RED-131 by stick the order and what is left come through as well', async () => {
    const hub = await startTestHub();
    const b = await laptop(hub);
    const { a, place } = await unit(hub, false);
    await b.sync();
    await confirm(a, place, await ask(a, place));
    const { files } = await a.bundleFor(b.replica);
    for (const { bytes } of files) expect((await b.open(bytes)).notice).toBeUndefined();
    expect(await logText(b)).not.toContain(word);
    expect(await b.states()).toEqual(await a.states());
  });

  it('RED-131 whoever holds the contents keeps them when somebody sends them gone', async () => {
    const hub = await startTestHub();
    const writer = await hub.device();
    const carrier = await hub.device();
    const [entry] = writer.write(1, word);
    await writer.sync();
    const run = toPackedRun({ replica: writer.replica, entries: [stubOf(entry!, [])!] });
    expect((await carrier.exchange({ runs: [run] })).refused).toEqual([]);
    expect(JSON.stringify(await heldAt(hub))).toContain(word);
  });

  it('RED-131 nobody carries a log of others without its contents, unless two people ordered it', async () => {
    const hub = await startTestHub();
    const writer = await hub.device();
    const carrier = await hub.device();
    writer.write(3, word);
    const stubs = writer.entries.map((entry) => stubOf(entry, [])!);
    const run = { ...toPackedRun({ replica: writer.replica, entries: stubs }) };
    const signed = { ...run, ...(writer.run().signature ? { signature: writer.run().signature! } : {}) };
    const { refused } = await carrier.exchange({ runs: [signed] });
    expect(refused).toMatchObject([{ replica: writer.replica, code: 'OUT-RED-004' }]);
    expect(await hub.hub.storage.deadLetters.list(hub.workspace)).toEqual([]);
    await writer.sync();
    expect(JSON.stringify(await heldAt(hub))).toContain(word);
  });
});
