import { beforeEach, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { agreedId, cellFields, ratingId } from '#shared/processes/improvement/plan.ts';
import { asideOf, Court } from '#test/support/judged.ts';
import { hour, Laptop, newPerson, ruledUnit } from '#test/support/ruled-unit.ts';

const cell: Cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' };
const next: Cell = { ...cell, item: 'IM-O2' };

let first: Laptop;
let second: Laptop;
let admin: string;
let lead: string;
let ann: string;
let eve: string;
let assessment: string;

beforeEach(async () => {
  ({ first, admin } = await ruledUnit());
  lead = await newPerson(first, admin, 'Lead', 'assessor');
  ann = await newPerson(first, admin, 'Ann', 'assessor');
  eve = await newPerson(first, admin, 'Eve', 'assessor');
  first.signIn(lead);
  first.now += hour;
  assessment = await first.put(lead, 'assessment', {
    name: 'Look',
    leadAssessor: lead,
    assessors: [lead, ann],
    sponsor: admin,
    model: 'desmf',
    purpose: 'To improve.',
    from: '2026-12-01',
    until: '2026-12-02',
    plan: 'As usual.',
    scope: [{ process: 'IM', target: 1 }],
  });
  for (const action of ['allocate', 'settleModel', 'settleMapping', 'settleScope', 'settlePurpose'])
    await first.as(lead, { kind: 'act', record: assessment, action, inputs: {} });
  await first.as(admin, { kind: 'act', record: assessment, action: 'approvePlan', inputs: {} });
  for (const action of ['settleNeeds', 'settleSources', 'endReview', 'endInterviews'])
    await first.as(lead, { kind: 'act', record: assessment, action, inputs: {} });
  second = new Laptop('B');
  second.now = first.now;
  second.receive(first);
  second.signIn(ann);
  second.signIn(eve);
  tick();
});

function tick(): void {
  for (const laptop of [first, second]) laptop.now += hour;
}

/** As the workbook does: the record is made where there is none, and the answer is a change of its own. */
async function rate(laptop: Laptop, person: string, about: Cell, value: string): Promise<string> {
  const id = ratingId(assessment, person, about);
  if (!laptop.states.has(id))
    await laptop.as(person, { kind: 'create', type: 'rating', fields: cellFields(assessment, about) });
  await laptop.as(person, { kind: 'edit', record: id, fields: { value } });
  return id;
}

async function agree(laptop: Laptop, person: string, about: Cell, fields: FieldValues): Promise<string> {
  const id = agreedId(assessment, about);
  if (!laptop.states.has(id))
    await laptop.as(person, {
      kind: 'create',
      type: 'agreed-rating',
      fields: cellFields(assessment, about),
    });
  await laptop.as(person, { kind: 'edit', record: id, fields });
  return id;
}

const act = (laptop: Laptop, person: string, record: string, action: string) =>
  laptop.tried(person, { kind: 'act', record, action, inputs: {} });

function meet(): void {
  const [mine, theirs] = [[...first.log], [...second.log]];
  const missing = (laptop: Laptop, log: typeof mine) =>
    log.filter(
      ({ replica, seq }) => !laptop.log.some((other) => other.replica === replica && other.seq === seq),
    );
  for (const entry of missing(second, mine)) second.take(entry);
  for (const entry of missing(first, theirs)) first.take(entry);
}

const nothingAside = async () => expect([...(await asideOf(catalogue, first.log))]).toEqual([]);

const codes = (tried: Awaited<ReturnType<typeof act>>) =>
  tried.ok ? [] : tried.error.map(({ code }) => code);

const sees = (laptop: Laptop, person: string, record: RecordView) =>
  catalogue.type(record.type)?.see.allows(laptop.actor(person), record);

test('ASM-263 nobody rates in another one’s name, and a hub sets aside what was written so', async () => {
  const fields = { ...cellFields(assessment, cell), assessor: lead };
  const tried = await second.tried(ann, { kind: 'create', type: 'rating', fields });
  expect(codes(tried)).toEqual(['OUT-VAL-019']);
  const id = ratingId(assessment, lead, cell);
  second.forge(ann, { id, type: 'rating' }, { kind: 'create', number: 'RAT-B-1', version: 0, fields });
  const aside = await asideOf(catalogue, [
    ...first.log,
    ...second.log.filter(({ replica }) => replica === second.id),
  ]);
  expect([...aside.values()].map(({ code }) => code)).toEqual(['OUT-RUL-003']);
});

test('ASM-263 who is not in the team does not rate', async () => {
  const fields = cellFields(assessment, cell);
  const tried = await second.tried(eve, { kind: 'create', type: 'rating', fields });
  expect(codes(tried)).toEqual(['OUT-VAL-013']);
});

test('ASM-264 once ratings are opened none is added or changed, opened or not', async () => {
  const late = await rate(second, ann, cell, 'L');
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  meet();
  expect(second.view(late).state).toBe('given');
  for (const fields of [
    { value: 'F' },
    { value: null },
    { comment: 'As the others say.' },
    { percent: 60 },
  ]) {
    const tried = await second.tried(ann, { kind: 'edit', record: late, fields });
    expect(codes(tried)).toContain('OUT-VAL-013');
  }
  const made = await second.tried(ann, {
    kind: 'create',
    type: 'rating',
    fields: cellFields(assessment, next),
  });
  expect(codes(made)).toEqual(['OUT-VAL-013']);
});

test('ASM-264 after the end nothing is agreed on', async () => {
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  const id = await agree(first, lead, cell, { value: 'F' });
  await first.as(lead, {
    kind: 'act',
    record: assessment,
    action: 'cancel',
    inputs: { cancelReason: 'The unit moves.' },
  });
  const tried = await first.tried(lead, { kind: 'edit', record: id, fields: { value: 'N' } });
  expect(codes(tried)).toEqual(['OUT-VAL-013']);
});

test('ASM-265 nobody opens theirs before the lead assessor opens all', async () => {
  const id = await rate(second, ann, cell, 'L');
  expect(codes(await act(second, ann, id, 'open'))).toEqual(['OUT-LIF-003']);
  meet();
  expect(sees(first, lead, first.view(id))).toBe(false);
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  expect(sees(first, lead, first.view(id))).toBe(true);
});

test('ASM-266 agreed on two laptops at once it is one record, and a hub sets nothing aside', async () => {
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  meet();
  const id = await agree(first, lead, cell, { value: 'L', reason: 'All said so.' });
  expect(await agree(second, ann, cell, { value: 'L' })).toBe(id);
  await agree(second, ann, next, { value: 'P' });
  meet();
  expect(first.view(id)).toMatchObject({ fields: { value: 'L', reason: 'All said so.' }, conflicts: [] });
  expect(first.view(agreedId(assessment, next)).fields['value']).toBe('P');
  expect(first.view(id)).toEqual(second.view(id));
  await nothingAside();
});

test('ASM-267 ratings that come after the opening stay given, are kept by hubs, and are opened late', async () => {
  await rate(first, lead, cell, 'F');
  const known = await rate(second, ann, next, 'N');
  meet();
  tick();
  const away = await rate(second, ann, cell, 'P');
  await second.as(ann, { kind: 'edit', record: known, fields: { value: 'P' } });
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  meet();
  // Given before its author knew of the opening, so it counts; the page says that it came later.
  expect(first.view(known)).toMatchObject({ state: 'opened', fields: { value: 'P' } });
  expect(first.view(away).state).toBe('given');
  expect(sees(first, lead, first.view(away))).toBe(false);
  tick();
  await first.as(lead, { kind: 'act', record: assessment, action: 'openLate', inputs: {} });
  await second.as(ann, { kind: 'act', record: away, action: 'open', inputs: {} });
  meet();
  expect(first.view(away)).toMatchObject({ state: 'opened', fields: { value: 'P' }, overtaken: [] });
  expect(sees(first, lead, first.view(away))).toBe(true);
  await nothingAside();
});

test('ASM-268 agreed on otherwise at once: both values are kept, and the consensus does not end before one is chosen', async () => {
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  meet();
  const id = await agree(first, lead, cell, { value: 'L' });
  await agree(second, ann, cell, { value: 'P' });
  meet();
  expect(
    first
      .view(id)
      .conflicts[0]?.heads.map(({ value }) => value)
      .toSorted(),
  ).toEqual(['L', 'P']);
  expect(codes(await act(first, lead, assessment, 'endConsensus'))).toEqual(['OUT-LIF-003']);
  await second.as(ann, { kind: 'edit', record: id, fields: { value: 'L' } });
  meet();
  expect(first.view(id)).toMatchObject({ conflicts: [], fields: { value: 'L' } });
  expect(codes(await act(first, lead, assessment, 'endConsensus'))).toEqual([]);
});

test('ASM-269 the consensus does not end while what no assessor said has no reason', async () => {
  await rate(first, lead, cell, 'F');
  await rate(second, ann, cell, 'L');
  meet();
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  const id = await agree(first, lead, cell, { value: 'P' });
  const tried = await act(first, lead, assessment, 'endConsensus');
  expect(tried.ok ? '' : tried.error[0]?.message).toContain('IM · PA 1.1 · IM-O1');
  await first.as(lead, { kind: 'edit', record: id, fields: { reason: 'Seen on site.' } });
  expect(codes(await act(first, lead, assessment, 'endConsensus'))).toEqual([]);
});

test('ASM-267 hubs find the cause of thousands of openings once', async () => {
  const court = new Court(catalogue);
  const many = 600;
  for (let place = 0; place < many; place += 1)
    await rate(second, ann, { ...cell, item: `IM-O${place}` }, 'F');
  meet();
  await first.as(lead, { kind: 'act', record: assessment, action: 'openRatings', inputs: {} });
  let aside = 0;
  for (const entry of first.log) if ((await court.take(entry)).verdict === 'aside') aside += 1;
  expect(aside).toBe(0);
  expect(court.looked).toBeLessThan(10 * many);
});
