import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOf, openLaptop } from '#test/support/open-laptop.ts';
import { changeHub, readHubs } from './hub-rows.ts';
import { startTestHub } from '#test/support/hub.ts';
import { revokeAt } from '#test/support/synced-laptop.ts';
import { ProblemError } from '#shared/kernel/errors.ts';
import { newReplicaId } from '#shared/kernel/ids.ts';
import { tempFolder } from '#test/support/temp-folder.ts';
import { backUp } from '#server/commands/backup.ts';
import { makeCode } from '#server/hub/codes.ts';
import { makeWorkspace } from '#server/hub/workspaces.ts';

describe('client exchange', () => {
  test('SYN-301 what is written on one laptop is on the other after both exchanged', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const id = await a.create({ title: 'Printer jams' });
    await a.sync();
    await b.sync();
    expect((await b.record(id))?.fields['title']).toBe('Printer jams');
    await b.edit(id, { title: 'Printer smokes' });
    await b.sync();
    await a.sync();
    expect((await a.record(id))?.fields['title']).toBe('Printer smokes');
    expect(await a.vector()).toEqual(await b.vector());
    expect((await a.status()).unsent.entries).toBe(0);
    expect((await a.status()).hubs[0]).toMatchObject({ lacking: 0, waiting: { entries: 0 } });
  });

  test('SYN-302 concurrent edits of one field are a conflict on both, with both values', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const id = await a.create({ title: 'x' });
    await a.sync();
    await b.sync();
    await a.edit(id, { title: 'from a' });
    await b.edit(id, { title: 'from b' });
    await a.sync();
    await b.sync();
    await a.sync();
    for (const one of [a, b]) {
      const [conflict] = (await one.record(id))?.conflicts ?? [];
      expect(conflict?.heads.map(({ value }) => value).sort()).toEqual(['from a', 'from b']);
    }
    expect(await a.states()).toEqual(await b.states());
  });

  test('SYN-303 a message holds no more than the link allows, and all comes through in the end', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    for (let index = 0; index < 60; index += 1) await a.create({ title: `Ticket ${index} of many words` });
    await a.request({ kind: 'setProfile', hub: (await a.status()).hubs[0]?.hub.id ?? '', profile: 'thin' });
    a.largest = 0;
    await a.sync();
    expect(a.largest).toBeLessThan(5_000);
    expect(a.calls).toBeGreaterThan(1);
    await b.sync();
    expect(await b.vector()).toEqual(await a.vector());
  });

  test('SYN-304 a lost answer, a cut request: asking again loses nothing and takes nothing twice', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.create({ title: 'one' });
    a.fault = 'answer lost';
    await expect(a.sync()).rejects.toMatchObject({ problem: { code: 'OUT-SYN-050' } });
    a.fault = 'not sent';
    await a.create({ title: 'two' });
    await expect(a.sync()).rejects.toMatchObject({ problem: { code: 'OUT-SYN-050' } });
    a.fault = undefined;
    await a.sync();
    await b.sync();
    expect(await b.titles()).toEqual(['one', 'two']);
    expect(await b.audit()).toEqual([]);
  });

  test('SYN-305 a hub restored from an old backup gets again what it lost', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.create({ title: 'before' });
    await a.sync();
    await b.sync();
    const backup = join(await tempFolder(), 'hub.backup');
    await backUp(hub.hub.storage, backup);
    await a.create({ title: 'after' });
    await a.sync();
    expect((await a.status()).unsent.entries).toBe(0);
    await hub.stop();
    const restored = await startTestHub({ place: { file: backup } });
    a.redirect = restored.address;
    b.redirect = restored.address;
    await a.sync();
    expect((await a.status()).unsent.entries).toBe(0);
    await b.sync();
    expect(await b.titles()).toEqual(['after', 'before']);
  });

  test('SYN-306 a new laptop gets all there is, and the records are the same', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const ids: string[] = [];
    for (let index = 0; index < 50; index += 1)
      ids.push(await a.create({ title: `t${index}`, effort: index }));
    for (const id of ids.slice(0, 20)) await a.edit(id, { tags: ['hq'] });
    await a.sync();
    const b = await openLaptop(hub);
    expect(await b.states()).toEqual(await a.states());
    expect(await b.audit()).toEqual([]);
  });

  test('SYN-307 a run with a flipped byte is kept aside and told; the others go on, and it comes again whole', async () => {
    const hub = await startTestHub();
    const [a, b, c] = [await openLaptop(hub), await openLaptop(hub), await openLaptop(hub)];
    await a.create({ title: 'from a' });
    await b.create({ title: 'from b' });
    await a.sync();
    await b.sync();
    c.fault = 'flipped byte';
    c.flips = a.replica;
    await expect(c.sync()).rejects.toMatchObject({ problem: { code: expect.stringMatching(/^OUT-SYN-00/) } });
    expect(await c.titles()).toEqual(['from b']);
    expect(await c.asides()).toHaveLength(1);
    c.fault = undefined;
    await c.sync();
    expect(await c.titles()).toEqual(['from a', 'from b']);
  });

  test('SYN-308 a cloned laptop: one takes a new identity, and nothing of either is lost', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const shared = await a.create({ title: 'shared' });
    await a.sync();
    const clone = await copyOf(a);
    await a.edit(shared, { title: 'by the first' });
    await a.create({ title: 'new on the first' });
    clone.window.clock.at += 1000;
    await clone.edit(shared, { effort: 7 });
    await clone.edit(shared, { effort: 8 });
    await clone.create({ title: 'new on the copy' });
    await a.sync();
    await expect(clone.sync()).rejects.toMatchObject({ problem: { code: 'OUT-SYN-054' } });
    expect(await clone.audit()).toEqual([]);
    await clone.join(hub);
    await clone.sync();
    await a.sync();
    expect(await a.titles()).toEqual(['by the first', 'new on the copy', 'new on the first']);
    expect((await a.record(shared))?.fields).toMatchObject({ title: 'by the first', effort: 8 });
    expect((await a.record(shared))?.conflicts).toEqual([]);
    expect(await clone.states()).toEqual(await a.states());
    expect(clone.replica).not.toBe(a.replica);
    await clone.create({ title: 'goes on' });
    await clone.sync();
    await a.sync();
    expect(await a.titles()).toContain('goes on');
  });

  test('SYN-308 a laptop that was copied before it joined: the copy that joins second begins anew, and nothing of either is lost', async () => {
    const hub = await startTestHub();
    const a = await openLaptop();
    await a.create({ title: 'shared' });
    const clone = await copyOf(a);
    await a.create({ title: 'on the first' });
    await clone.create({ title: 'on the copy' });
    await a.join(hub);
    await a.sync();
    await clone.join(hub);
    for (const one of [clone, a, clone]) await one.sync();
    expect(clone.replica).not.toBe(a.replica);
    expect(await a.titles()).toEqual(['on the copy', 'on the first', 'shared']);
    expect(await clone.states()).toEqual(await a.states());
    expect(await clone.audit()).toEqual([]);
  });

  test('SYN-309 what a revoked laptop had sent may be shown to the hub again; it is no fault', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.create({ title: 'of the one turned out' });
    await a.sync();
    await b.sync();
    await revokeAt(hub, a.replica);
    // Whatever both hold is compared anew.
    for (const { id } of await readHubs(b.window.database))
      await changeHub(b.window.database, id, { agreed: {} });
    await b.create({ title: 'goes on' });
    await b.sync();
    const [status] = (await b.status()).hubs;
    expect([status?.waiting.entries, status?.fault]).toEqual([0, undefined]);
  });

  test('SYN-309 a revoked laptop is told once and keeps its work', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    await a.create({ title: 'mine' });
    await revokeAt(hub, a.replica);
    await expect(a.sync()).rejects.toMatchObject({ problem: { code: 'OUT-SYN-023' } });
    expect((await a.status()).hubs[0]).toMatchObject({ phase: 'stopped' });
    expect(await a.titles()).toEqual(['mine']);
  });

  test('SYN-310 a laptop that holds another unit does not join', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    await a.create({ title: 'theirs' });
    await a.sync();
    const b = await openLaptop();
    await b.create({ title: 'ours' });
    await expect(b.join(hub)).rejects.toMatchObject({ problem: { code: 'OUT-SYN-053' } });
    expect((await b.status()).hubs).toEqual([]);
    expect(await b.titles()).toEqual(['ours']);
  });

  test('SYN-311 a laptop passes on what it has of others, with their signatures, to a hub that lacks it', async () => {
    const [first, other] = [await startTestHub(), await startTestHub()];
    const { storage, clock } = other.hub;
    const workspace = await makeWorkspace(
      storage,
      other.hub,
      { name: 'Unit', id: first.workspace },
      clock.now(),
    );
    const wish = { workspace: workspace.id, label: 'Test', kind: 'device' } as const;
    const code = async () => (await makeCode(storage.codes, wish, clock.now())).text;
    const second = { address: other.address, code };
    const a = await openLaptop(first);
    const b = await openLaptop(first);
    await a.create({ title: 'from a' });
    await a.sync();
    await b.sync();
    await b.join(second);
    await b.sync();
    const c = await openLaptop();
    await c.join(second);
    expect(await c.titles()).toEqual(['from a']);
  });

  test('SYN-312 writing goes on while an exchange runs', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const id = await a.create({ title: 'x', effort: 0 });
    await a.sync();
    await b.sync();
    const writing = (async () => {
      for (let effort = 1; effort <= 30; effort += 1) await a.edit(id, { effort });
    })();
    for (let index = 0; index < 20; index += 1) {
      await b.create({ title: `b${index}` });
      await b.sync();
      await a.sync();
    }
    await writing;
    await a.sync();
    await b.sync();
    expect((await b.record(id))?.fields['effort']).toBe(30);
    expect(await a.states()).toEqual(await b.states());
    expect(await a.audit()).toEqual([]);
  });
});

describe('bundles', () => {
  test('SYN-320 what a receiver lacks goes by file; a second bundle brings only what is new, receipts travel back', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.sync();
    const id = await a.create({ title: 'by stick' });
    const { files, manifest } = await a.bundleFor(b.replica);
    expect(files).toHaveLength(1);
    expect(manifest).toContain('1 entries');
    expect(await b.open(files[0]!.bytes)).toMatchObject({ entries: 1, part: 1, isLast: true });
    expect((await b.record(id))?.fields['title']).toBe('by stick');
    await b.edit(id, { title: 'seen' });
    const back = await b.bundleFor(a.replica);
    await a.open(back.files[0]!.bytes);
    expect((await a.record(id))?.fields['title']).toBe('seen');
    const again = await a.bundleFor(b.replica);
    expect(again.manifest).toContain(' 0 entries');
    expect(await a.states()).toEqual(await b.states());
  });

  test('SYN-321 parts in any order, twice: all is there at the end, nothing twice', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.sync();
    for (let index = 0; index < 40; index += 1)
      await a.create({ title: `t${index} ${newReplicaId()} ${newReplicaId()}` });
    await b.sync();
    const { files } = await a.bundleFor(b.replica, { partBytes: 1500 });
    expect(files.length).toBeGreaterThan(1);
    // A part that continues one that is not opened yet is told, and opened again later.
    for (let round = 0; round < files.length; round += 1) {
      for (const { bytes } of [...files].reverse()) await b.open(bytes);
    }
    expect((await b.open(files[0]!.bytes)).notice?.code).toBe('OUT-SYN-079');
    expect(await b.titles()).toEqual(await a.titles());
    expect(await b.audit()).toEqual([]);
  });

  test('SYN-322 a bundle for somebody else, a flipped byte, half a file: refused, and nothing is taken in', async () => {
    const hub = await startTestHub();
    const [a, b, c] = [await openLaptop(hub), await openLaptop(hub), await openLaptop(hub)];
    await a.sync();
    await a.create({ title: 'secret' });
    const bytes = (await a.bundleFor(b.replica)).files[0]!.bytes;
    await expect(c.open(bytes)).rejects.toMatchObject({ problem: { code: 'OUT-SYN-074' } });
    const flipped = bytes.slice();
    flipped[bytes.length - 9] = (flipped.at(-9) ?? 0) ^ 1;
    await expect(b.open(flipped)).rejects.toMatchObject({ problem: { code: 'OUT-SYN-073' } });
    await expect(b.open(bytes.slice(0, bytes.length / 2))).rejects.toMatchObject({
      problem: { code: 'OUT-SYN-072' },
    });
    expect(await b.titles()).toEqual([]);
    expect(await c.titles()).toEqual([]);
  });

  test('SYN-420 a check says what a file would bring and writes nothing', async () => {
    const hub = await startTestHub();
    const [a, b, c] = [await openLaptop(hub), await openLaptop(hub), await openLaptop(hub)];
    await a.sync();
    await a.create({ title: 'old' });
    await a.sync();
    await b.sync();
    a.window.clock.at += 1000;
    await a.create({ title: 'new' });
    const madeAt = a.window.clock.at;
    const bytes = (await a.bundleFor(b.replica, { since: 0 })).files[0]!.bytes;
    const all = await Promise.all(
      b.window.database.tables.map((table) => table.toArray() as Promise<unknown>),
    );
    const held = (await a.vector())[a.replica]!;
    const found = await b.check(bytes);
    expect(found).toMatchObject({ sender: 'Laptop', part: 1, isLast: true, entries: held, newEntries: 1 });
    expect(found.files).toEqual({ count: 0, bytes: 0 });
    expect(Math.abs(found.madeAt - madeAt)).toBeLessThan(1000);
    expect(found.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(found.fingerprint).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    expect(found.notice).toBeUndefined();
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: unknown) => (error instanceof ProblemError ? error.problem.code : undefined),
      );
    const flipped = bytes.slice();
    flipped[bytes.length - 9] = (flipped.at(-9) ?? 0) ^ 1;
    expect([await codeOf(b.check(flipped)), await codeOf(b.check(bytes.slice(0, 200)))]).toEqual([
      'OUT-SYN-073',
      'OUT-SYN-072',
    ]);
    expect(await codeOf(c.check(bytes))).toBe('OUT-SYN-074');
    expect(
      await Promise.all(b.window.database.tables.map((table) => table.toArray() as Promise<unknown>)),
    ).toEqual(all);
    expect(await b.open(bytes)).toMatchObject({ entries: 1, digest: found.digest });
    expect(await b.check(bytes)).toMatchObject({ newEntries: 0, notice: { code: 'OUT-SYN-079' } });
  });

  test('SYN-323 everything since a date', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.sync();
    await a.create({ title: 'old' });
    await a.sync();
    await b.sync();
    a.window.clock.at += 86_400_000;
    await a.create({ title: 'new' });
    const { files, manifest } = await a.bundleFor(b.replica, { since: a.window.clock.at - 1000 });
    expect(manifest).toContain('1 entries');
    await b.open(files[0]!.bytes);
    expect(await b.titles()).toEqual(['new', 'old']);
  });
});
