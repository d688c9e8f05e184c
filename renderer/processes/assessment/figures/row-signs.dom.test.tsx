import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { listOf, textOf } from '#shared/definition/record.ts';
import { day, Desk, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { ProcessSheet } from '#test/support/rating-sheet.tsx';

let desk: Desk;
let lead: Actor;
let second: Actor;
let id: string;

beforeEach(async () => {
  localStorage.clear();
  desk = Desk.seeded(monday - 60 * day);
  lead = desk.person('Reyes', 'assessor', 'analyst');
  second = desk.person('Silva', 'assessor', 'analyst');
  const category = desk.put('category', { name: 'Network' });
  desk.now = monday - day;
  for (const place of [1, 2, 3, 4])
    desk.put('incident', { title: `${place}`, category: place === 4 ? null : category });
  desk.now = monday;
  id = await desk.create(lead, 'assessment', {
    name: 'Before the rotation',
    leadAssessor: lead.id,
    assessors: [lead.id, second.id],
    from: '2026-11-02',
    scope: [{ process: 'IM', instance: '', target: 2 }],
  });
});

const Sheet = () => <ProcessSheet id={id} process="IM" mode="rate" />;

const figures = () => screen.getByRole('table', { name: 'Figures from Outpost’s own records' });
const line = (name: RegExp) => within(figures()).getByRole('row', { name });
const goTo = async (code: string) => {
  act(() => screen.getByRole('group', { name: new RegExp(`^${code}: `) }).focus());
  await settle();
};
const ratingOf = () => desk.all('rating')[0];

test('ASM-237 a figure stands beside its line with value, parts and period, and is kept with one step', async () => {
  await showAtDesk(desk, lead, Sheet);
  expect(screen.getByText('Incident records with category')).toBeTruthy();
  expect(line(/Categorised/).textContent).toContain('75 %');
  const part = within(line(/Categorised/)).getByRole('link', { name: '3 categorised' });
  expect(part.getAttribute('href')).toContain('/list/incident?where=');
  expect(within(line(/Categorised/)).getByRole('link', { name: '4 in all' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Keep “Categorised” as evidence' }));
  await settle();
  const [evidence] = desk.all('evidence');
  expect(evidence).toMatchObject({
    state: 'received',
    fields: { name: 'IM · Categorised: 75 % (3 of 4)', outcomes: ['IM-O1'], asOf: monday },
  });
  expect(ratingOf()?.fields).toMatchObject({ item: 'IM-O1', assessor: lead.id, evidence: [evidence?.id] });
  // It proposes nothing: the line is not rated.
  expect(ratingOf()?.fields['value'] ?? null).toBeNull();
  expect(screen.getByRole('link', { name: `Kept as ${evidence?.number ?? ''}` })).toBeTruthy();
});

test('ASM-238 kept for a second line, the same figure stays one record and tells of both', async () => {
  await showAtDesk(desk, lead, Sheet);
  await userEvent.click(screen.getByRole('button', { name: 'Keep “Categorised” as evidence' }));
  await settle();
  await goTo('PA2.2-O3');
  await userEvent.click(screen.getByRole('button', { name: 'Keep “Categorised” as evidence' }));
  await settle();
  expect(desk.all('evidence')).toHaveLength(1);
  expect(desk.all('evidence')[0]?.fields).toMatchObject({
    attributes: ['1.1', '2.2'],
    outcomes: ['IM-O1', 'PA2.2-O3'],
  });
  expect(desk.all('rating').map((rating) => rating.fields['evidence'])).toEqual([
    [desk.all('evidence')[0]?.id],
    [desk.all('evidence')[0]?.id],
  ]);
});

test('ASM-233 the lead assessor sets another period for the whole team', async () => {
  await showAtDesk(desk, lead, Sheet);
  await userEvent.click(screen.getByRole('button', { name: 'Change period' }));
  const [from, until] = [screen.getByLabelText('First day'), screen.getByLabelText('Last day')];
  await userEvent.clear(from);
  await userEvent.type(from, '2026-10-01');
  await userEvent.clear(until);
  await userEvent.type(until, '2026-09-01');
  await userEvent.click(screen.getByRole('button', { name: 'Set for the whole team' }));
  expect(screen.getByText('It ends before it begins.')).toBeTruthy();
  await userEvent.clear(until);
  await userEvent.type(until, '2026-10-31');
  await userEvent.click(screen.getByRole('button', { name: 'Set for the whole team' }));
  await settle();
  expect(desk.view(id).fields).toMatchObject({ figuresFrom: '2026-10-01', figuresUntil: '2026-10-31' });
  expect(within(line(/Categorised/)).getByRole('link', { name: '0 in all' })).toBeTruthy();
  expect(line(/Categorised/).textContent).toContain('nothing to measure yet');
});

test('ASM-232 practice and work products stand beside lines above PA 1.1; where no record tells of a line, it says so', async () => {
  await showAtDesk(desk, lead, Sheet);
  await goTo('PA2.1-O6');
  expect(screen.getByText('Training records, briefings')).toBeTruthy();
  expect(screen.getByText('Outpost keeps no records that show this.')).toBeTruthy();
  await goTo('PA2.1-O5');
  expect(within(line(/Process owners/)).getByRole('link', { name: '0 records' })).toBeTruthy();
});

test('ASM-244 in the consensus one step takes over all evidence of the assessors', async () => {
  const cell: Cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' };
  const evidence = ['one', 'two', 'three'].map((name) =>
    desk.put('evidence', { name, assessment: id, kind: 'document' }),
  );
  const open = [{ action: 'open', inputs: {} }];
  const rate = (by: Actor, value: string, own: readonly string[]) =>
    desk.put(
      'rating',
      { assessment: id, assessor: by.id, ...cell, name: by.id, value, evidence: own },
      `rating-${by.id}`,
      open,
    );
  rate(lead, 'F', evidence.slice(0, 2));
  rate(second, 'L', evidence.slice(1));
  const Consensus = () => <ProcessSheet id={id} process="IM" mode="agree" />;
  await showAtDesk(desk, second, Consensus);
  await userEvent.click(
    screen.getByRole('button', { name: 'Take over all 3 pieces of evidence of the assessors' }),
  );
  await settle();
  const [agreed] = desk.all('agreed-rating');
  expect([...(agreed ? listOf(agreed, 'evidence') : [])].sort()).toEqual([...evidence].sort());
  expect(agreed && textOf(agreed, 'value')).toBe('');
  expect(screen.queryByRole('button', { name: /evidence of the assessors/ })).toBeNull();
});
