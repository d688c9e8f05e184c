import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOf, type Data } from '#renderer/data/data.ts';
import { typeHandover } from '#renderer/processes/handover/handover.ts';
import { columnsOf } from '#renderer/record/columns/columns.ts';
import { exportRecords } from '#renderer/record/export/export-records.ts';
import { openConflicts } from '#renderer/sync/conflicts/conflicts.ts';
import { planConflictNotices } from '#renderer/sync/conflicts/plan-conflict-notices.ts';
import type { Actor, Role } from '#shared/definition/permission.ts';
import type { Condition } from '#shared/definition/query.ts';
import type { Head } from '#shared/definition/record.ts';
import { deriveValues } from '#shared/engine/derive.ts';
import { visibleFields } from '#shared/engine/permit.ts';
import { keptFields } from '#shared/engine/writable.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { TestWindow } from '#test/support/workspace.ts';
import { typeNamed, World } from './world.ts';

/** Stands in a hidden text, and in what a place says where a hidden value can be told from its answer. */
const word = 'xq-hidden-word';
const incident = typeNamed('incident');
const page = { offset: 0, limit: 50 };
const all = { type: 'incident', where: [] };

let window: TestWindow;
let data: Data;
let secret: string;
let holder: Actor;
/** Asked for the incidents, so sees them, and not how they are handled. */
let reader: Actor;

beforeAll(async () => {
  window = await TestWindow.open({ catalogue });
  ({ data } = window);
  const admin: Actor = { id: 'first', roles: ['administrator', 'analyst', 'securityAnalyst'], teams: [] };
  data.setActor(admin);
  const person = async (name: string, ...roles: readonly Role[]): Promise<Actor> => {
    const id = await window.create({ name, roles }, 'person');
    return { id, roles, teams: [] };
  };
  holder = await person('Holder', 'securityAnalyst', 'administrator');
  reader = await person('Reader', 'analyst', 'administrator');
  const make = async (disclosure: string, containment: string): Promise<string> => {
    const fields = {
      title: 'Odd mail',
      requester: reader.id,
      contactType: 'phone',
      impact: '2',
      urgency: '2',
    };
    const id = await window.create(fields, 'incident');
    const inputs = { securityCategory: 'phishing' };
    await window.must({ kind: 'act', record: id, action: 'markSecurity', inputs });
    await window.must({ kind: 'edit', record: id, fields: { disclosure, containment } });
    return id;
  };
  const [one = '', other = ''] = disclosures();
  await make(other, 'None');
  secret = await make(one, word);
});

function disclosures(): readonly string[] {
  const field = incident.fields['disclosure'];
  return field?.kind === 'choice' ? field.choices.map(({ value }) => value) : [];
}

const told = (isTold: boolean): string => (isTold ? word : '');
const chosen = (): Condition => ({ column: 'disclosure', in: disclosures().slice(0, 1) });
const conflicted = async (actor: Actor) => {
  const view = (await data.load(secret))!;
  const heads = [word, 'other'].map((value, at): Head => ({
    ref: `AAAAAAAAAAA:${at}`,
    value,
    at,
    actor: 'x',
  }));
  const record = { ...view, conflicts: [{ field: 'containment', heads }] };
  return openConflicts(catalogue, [record], actor);
};

/** Everything that a value can come out of: what it says to somebody. */
const places: readonly (readonly [place: string, says: (actor: Actor) => unknown])[] = [
  ['the page of the record', () => data.load(secret)],
  ['records for reports, the hand-over and figures', () => data.loadMany([secret])],
  [
    'the hand-over',
    async () =>
      typeHandover(
        incident,
        await data.loadMany([secret]),
        data.config,
        { from: 0, to: Infinity },
        data.now(),
      ),
  ],
  ['the timeline', () => data.timeline(secret)],
  ['the audit page', () => data.audit.page({}, 100)],
  [
    'the words of the audit page',
    async () => told((await data.audit.page({ text: word }, 9)).entries.length > 0),
  ],
  [
    'the export of the audit',
    async () => {
      const entries = [];
      for await (const batch of data.audit.all({})) {
        entries.push(...batch.filter(({ isOpen }) => isOpen).map(({ entry }) => entry));
      }
      return entries;
    },
  ],
  [
    'rows of lists, boards and printed lists',
    async () => told((await data.query(all, page)).rows.some(({ cells }) => cells['disclosure'] !== null)),
  ],
  [
    'rows of related lists and the palette',
    async () => told((await rowsOf(data, await data.loadMany([secret])))[0]?.cells['disclosure'] !== null),
  ],
  [
    'columns and conditions that are offered',
    (actor) => told(columnsOf(incident, actor).some(({ name }) => name === 'disclosure')),
  ],
  ['a filter', async () => told((await data.query({ ...all, where: [chosen()] }, page)).total > 0)],
  [
    'a filter by what it is not',
    async () =>
      told((await data.query({ ...all, where: [{ column: 'disclosure', notIn: ['x'] }] }, page)).total > 0),
  ],
  [
    'one of several conditions',
    async () => told((await data.query({ ...all, where: [{ any: [chosen()] }] }, page)).total > 0),
  ],
  ['a count', async () => told(((await data.counts([{ ...all, where: [chosen()] }]))[0] ?? 0) > 0)],
  [
    'the ids of a query, for bulk work',
    async () => told((await data.ids({ ...all, where: [chosen()] }, page)).total > 0),
  ],
  [
    'the order of a list',
    async () => {
      const order = async (descending: boolean) =>
        (await data.ids({ ...all, sort: [{ column: 'disclosure', descending }] }, page)).ids.join();
      return told((await order(true)) !== (await order(false)));
    },
  ],
  ['groups of a figure', async () => told((await data.summary(all, { column: 'disclosure' })).length > 0)],
  [
    'an export',
    async (actor) => {
      const signal = new AbortController().signal;
      const wish = { type: incident, format: 'csv', columns: undefined, records: [secret] } as const;
      const file = await exportRecords(data, wish, {
        actor,
        zone: 'UTC',
        signal,
        onProgress: () => undefined,
      });
      return new TextDecoder().decode(file?.bytes);
    },
  ],
  ['the conflicts inbox', conflicted],
  [
    'notices of conflicts',
    async (actor) =>
      told(planConflictNotices(await conflicted(actor), 0).some(({ kind }) => kind === 'conflict')),
  ],
  [
    'columns of an import, and its duplicates',
    (actor) => told(keptFields(incident, ['containment'], actor).length === 0),
  ],
];

describe.each(places)('PER-7 %s', (_place, says) => {
  const asked = async (actor: Actor): Promise<string> => {
    data.setActor(actor);
    return JSON.stringify(await says(actor));
  };
  test('tells a hidden value to whoever may see it', async () => {
    expect(await asked(holder)).toContain(word);
  });
  test('tells nothing of it to others', async () => {
    expect(await asked(reader)).not.toContain(word);
  });
});

test('PER-7 a draft of an earlier version, which names nobody, goes to whoever asks first', async () => {
  const { local } = data;
  await local.saveDraft('new:team', { name: 'Half' });
  await expect(local.adoptDraft('new:team', 'ann:new:team')).resolves.toMatchObject({
    value: { name: 'Half' },
  });
  await expect(local.getDraft('ann:new:team')).resolves.toMatchObject({ value: { name: 'Half' } });
  await expect(local.adoptDraft('new:team', 'bob:new:team')).resolves.toBeUndefined();
});

test('PER-7 a search finds no record by a hidden text, whoever asks', async () => {
  for (const actor of [holder, reader]) {
    data.setActor(actor);
    expect((await data.search(word, [all], 10)).total).toBe(0);
    expect((await data.query({ ...all, text: word }, page)).total).toBe(0);
  }
});

test('PER-7 what is computed does not depend on hidden values, and settings hide none', async () => {
  const world = await World.open();
  for (const type of catalogue.types) {
    const hidden = Object.values(type.fields).filter(({ visibleTo, isSecret }) => visibleTo && !isSecret);
    if (type.config) expect([type.name, hidden]).toEqual([type.name, []]);
    if (hidden.length === 0) continue;
    const view = world.view(await world.make(type, 'full'));
    const derived = (actor: Actor) =>
      deriveValues(type, visibleFields(type, actor, view), world.desk.config, world.desk.now);
    expect(derived(world.stranger)).toEqual(derived(world.worker));
  }
});
