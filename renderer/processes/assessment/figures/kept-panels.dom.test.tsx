import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { useRecord, type StoodThen } from '#renderer/data/data.ts';
import { useSlots, SlotsContext } from '#renderer/record/slots.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { DerivedValues } from '#shared/engine/derive.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { metricsOf } from '#shared/processes/improvement/figures.ts';
import { day, Desk, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { assessmentSlots } from '../slots.ts';
import { keptFields, partsOf } from './kept-figure.ts';
import { standingLines } from './standing.ts';

let desk: Desk;
let reader: Actor;
let evidence: string;
let incidents: readonly string[];
let category: string;

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded(monday - 60 * day);
  reader = desk.person('Reyes', 'assessor', 'analyst');
  category = desk.put('category', { name: 'Network' });
  desk.now = monday - day;
  incidents = ['a', 'b'].map((title) => desk.put('incident', { title }));
  desk.now = monday;
  const metric = metricsOf('IM', catalogue).find(({ name }) => name === 'categorised');
  if (!metric) throw new Error('The figure is gone.');
  const period = { from: monday - 9 * day, below: monday };
  evidence = desk.put(
    'evidence',
    keptFields(
      {
        assessment: 'asm',
        cell: { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' },
        period,
        at: monday,
        zone: 'UTC',
      },
      { metric, parts: partsOf(metric, period), values: [0, 2] },
    ),
  );
});

function Slots() {
  const { record, derived } = useRecord(evidence);
  return record ? <Filled record={record} derived={derived} /> : null;
}

function Filled({ record, derived }: { readonly record: RecordView; readonly derived: DerivedValues }) {
  const { at } = useSlots(record);
  return [...at('aboveFields'), ...at('tab')].map(({ View }, index) => (
    <View key={index} type={desk.type('evidence')} record={record} derived={derived} />
  ));
}

function show(stood: StoodThen) {
  const asOf = {
    records: () => Promise.resolve(stood),
    record: (id: string) => Promise.resolve(stood.changed.find((one) => one.id === id)?.then),
  };
  const page = () => (
    <SlotsContext value={assessmentSlots}>
      <Slots />
    </SlotsContext>
  );
  return showAtDesk(desk, reader, page, undefined, undefined, { asOf });
}

test('ASM-239 the figure as kept stands beside the figure now, with the records that were changed since', async () => {
  const [first = '', second = ''] = incidents;
  const then = desk.view(first);
  desk.now = monday + day;
  await desk.edit(reader, first, { category });
  await show({
    then: [[], [first, second]],
    now: [[first], [first, second]],
    changed: [{ id: first, then }],
  });
  const figure = screen.getByRole('table', { name: 'The figure as kept and now' });
  const cells = (name: string) =>
    within(within(figure).getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cells('^Categorised')).toEqual(['0 %', '50 %']);
  expect(cells('^in all')).toEqual(['in all', '2', '2']);
  expect(screen.getByText(/1 of its records was changed since/)).toBeTruthy();
  const link = within(figure).getByRole('link', { name: 'Records of “categorised” now' });
  expect(link.getAttribute('href')).toContain('/list/incident?where=');

  const stood = screen.getByRole('table', { name: 'Records as they stood' });
  expect(within(stood).getAllByRole('row')).toHaveLength(2);
  expect(within(stood).getByText('then in all, now categorised and in all')).toBeTruthy();
  await userEvent.click(within(stood).getByRole('button', { name: /^Compare INC-/ }));
  await settle();
  const row = screen.getByRole('row', { name: /^Category/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['–', 'Network']);
});

test('ASM-239 evidence that is no figure of Outpost has no such view', async () => {
  evidence = desk.put('evidence', { name: 'By hand', kind: 'figure' });
  await show({ then: [], now: [], changed: [] });
  expect(screen.queryByRole('table')).toBeNull();
});

test('ASM-239 every record that counted then or counts now is told once, the changed ones first', () => {
  const stood: StoodThen = {
    then: [['b'], ['a', 'b', 'c']],
    now: [['c'], ['a', 'c', 'd']],
    changed: [{ id: 'd', then: undefined }],
  };
  const lines = standingLines(stood, ['part', 'whole']);
  expect(
    lines.map(({ id, isChanged, countedThen, countsNow }) => [id, isChanged, countedThen, countsNow]),
  ).toEqual([
    ['d', true, [], ['whole']],
    ['b', false, ['part', 'whole'], []],
    ['a', false, ['whole'], ['whole']],
    ['c', false, ['whole'], ['part', 'whole']],
  ]);
});
