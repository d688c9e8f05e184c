import { expect, test } from 'vitest';
import { hashEntry } from '#shared/changelog/codec.ts';
import { ProblemError } from '#shared/kernel/errors.ts';
import { openWindow } from '#test/support/open-window.ts';
import { actorWith, analyst, manager } from '#test/support/sample-catalogue.ts';
import { allEntries, type TestWindow } from '#test/support/workspace.ts';
import { receiveRuns } from '../receive.ts';
import { sampleCatalogue } from '#test/support/sample-catalogue.ts';
import type { AuditFilter } from './audit-entry.ts';

const day = 86_400_000;
const terms = { unit: 'Unit', madeBy: 'Manager', device: 'ABCD', filter: [] };

/** Three tickets by two people on two days; the manager's is hidden from most. */
async function worked(): Promise<{ readonly window: TestWindow; readonly ids: readonly string[] }> {
  const window = await openWindow();
  const pump = await window.create({ title: 'Pump is dry' });
  const mast = await window.create({ title: 'Mast is dark' });
  await window.must({ kind: 'note', record: pump, text: 'Called the depot', audience: 'internal' });
  window.clock.at += day;
  window.data.setActor(manager);
  await window.must({ kind: 'act', record: mast, action: 'start', inputs: {} });
  const hidden = await window.create({ title: 'Quiet matter' });
  await window.must({ kind: 'edit', record: hidden, fields: { secret: 'hidden' } });
  return { window, ids: [pump, mast, hidden] };
}

async function found({ data }: TestWindow, filter: AuditFilter): Promise<readonly unknown[]> {
  const { entries } = await data.audit.page(filter, 100);
  return entries.map(({ n, seen }) => (seen ? [n, seen.item.kind] : [n]));
}

test('TRU-310 the audit lists every entry, newest first, with what was done in the words of the timeline', async () => {
  const { window, ids } = await worked();
  const { entries } = await window.data.audit.page({}, 100);
  expect(entries.map(({ n }) => n)).toEqual([6, 5, 4, 3, 2, 1]);
  const timeline = await window.data.timeline(ids[1]!);
  expect(entries[2]?.seen).toMatchObject({ title: 'Mast is dark', item: { kind: 'act', label: 'Start' } });
  expect(entries[2]?.seen?.item.label).toBe(timeline[1]?.label);
  expect(entries[2]).toMatchObject({ person: manager.id, claimedAt: window.clock.at, isOwn: true });
});

test('TRU-311 it is narrowed by person, type, kind, device, time and text', async () => {
  const { window } = await worked();
  const { replica } = window.data.identity;
  const start = window.clock.at;
  expect(await found(window, { person: analyst.id })).toHaveLength(3);
  expect(await found(window, { type: 'ticket' })).toHaveLength(6);
  expect(await found(window, { type: 'incident' })).toEqual([]);
  expect(await found(window, { kind: 'note' })).toEqual([[3, 'note']]);
  expect(await found(window, { replica, kind: 'act' })).toEqual([[4, 'act']]);
  expect(await found(window, { replica: 'another' })).toEqual([]);
  expect(await found(window, { from: start })).toHaveLength(3);
  expect(await found(window, { until: start })).toHaveLength(3);
  expect(await found(window, { text: 'depot CALLED' })).toEqual([[3, 'note']]);
  expect(await found(window, { text: 'pump' })).toHaveLength(2);
});

test('TRU-311 pages follow each other without a gap, within a row as well', async () => {
  const { window } = await worked();
  const other = await openWindow();
  const entries = await allEntries(window.database);
  await receiveRuns(other.database, sampleCatalogue, [{ entries, hash: hashEntry(entries.at(-1)!) }]);
  other.data.setActor(manager);
  const seen: number[] = [];
  for (let next: number | undefined = Infinity; next !== undefined;) {
    const page = await other.data.audit.page({}, 2, next);
    seen.push(...page.entries.map(({ n }) => n));
    next = page.next;
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1]);
});

test('TRU-312 others than administrators and process owners see their own entries, and nobody sees what is hidden from them', async () => {
  const { window, ids } = await worked();
  window.data.setActor(analyst);
  expect(await found(window, {})).toEqual([
    [3, 'note'],
    [2, 'created'],
    [1, 'created'],
  ]);
  window.data.setActor(actorWith('chief', 'administrator'));
  const { entries } = await window.data.audit.page({}, 100);
  expect(entries.filter(({ seen }) => !seen).map(({ record }) => record)).toEqual([ids[2], ids[2]]);
});

test('TRU-313 when an entry from elsewhere arrived is kept by the clock of this device', async () => {
  const { window } = await worked();
  const other = await openWindow();
  const entries = await allEntries(window.database);
  const run = { entries, hash: hashEntry(entries.at(-1)!), receivedAt: 123 };
  await receiveRuns(other.database, sampleCatalogue, [run]);
  other.data.setActor(manager);
  const { entries: shown } = await other.data.audit.page({}, 1);
  expect(shown[0]).toMatchObject({ receivedAt: 123, claimedAt: window.clock.at, isOwn: false });
});

test('TRU-314 a signed file says who signed it, holds every entry with its hash, and what its maker may not see by hash alone', async () => {
  const { window } = await worked();
  window.data.setActor(actorWith('chief', 'administrator'));
  const bytes = await window.data.audit.signedExport({}, terms);
  const { file, knownAs, fingerprint } = await window.data.audit.checkExport('audit.json', bytes);
  expect(knownAs).toBe('this device');
  expect(fingerprint).toMatch(/^(\w{4}-){4}\w{4}/);
  const entries = await allEntries(window.database);
  expect(file.entries.map(({ hash }) => hash)).toEqual(entries.map(hashEntry).reverse());
  expect(file.entries.map(({ entry }) => entry?.seq)).toEqual([undefined, undefined, 4, 3, 2, 1]);
  expect(file.heads).toEqual([
    { replica: window.data.identity.replica, seq: 6, hash: hashEntry(entries.at(-1)!) },
  ]);
  const stranger = await openWindow();
  const elsewhere = await stranger.data.audit.checkExport('audit.json', bytes);
  expect(elsewhere).toEqual({ file, fingerprint });
});

test('TRU-315 a file that was altered anywhere, or signed anew with another key in its name, is told', async () => {
  const { window } = await worked();
  const text = new TextDecoder().decode(await window.data.audit.signedExport({}, terms));
  const checked = (altered: string) =>
    window.data.audit.checkExport('audit.json', new TextEncoder().encode(altered)).then(
      () => 'unaltered',
      (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
    );
  expect(await checked(text)).toBe('unaltered');
  expect(await checked(text.replace('Pump is dry', 'Pump is wet'))).toBe('OUT-VER-021');
  expect(await checked(text.replace('"madeBy":"Manager"', '"madeBy":"Analyst"'))).toBe('OUT-VER-021');
  expect(await checked(text.replace('"filter":[]', '"filter":[],"more":1'))).toBe('OUT-VER-021');
  expect(await checked(text.replace(/"signKey":"[^"]{43}"/, `"signKey":"${'A'.repeat(43)}"`))).toBe(
    'OUT-VER-021',
  );
  expect(await checked(text.slice(0, -2))).toBe('OUT-VER-020');
  expect(await checked('{"content":{}}')).toBe('OUT-VER-020');
});
