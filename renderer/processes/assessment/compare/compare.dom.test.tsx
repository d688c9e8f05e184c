import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { putAssessment } from '#test/support/assessments.ts';
import { Desk } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { ComparePage } from './ComparePage.tsx';

let desk: Desk;
let assessor: Actor;

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  assessor = desk.person('Reyes, Ana', 'assessor');
  desk.put('unit', {
    name: '71st Signal Company',
    shortName: '71 Sig',
    zone: 'UTC',
    marking: 'UNCLASSIFIED',
  });
});

const show = () => showAtDesk(desk, assessor, () => <ComparePage />);

function rowsOf(table: string): readonly string[] {
  const rows = within(screen.getByRole('table', { name: table })).getAllByRole('row');
  return rows.map((row) => row.textContent);
}

test('ASM-326 without an assessment the page says what will stand there', async () => {
  await show();
  expect(screen.getByText('There is no assessment that you may see')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'New assessment' })).toBeTruthy();
});

test('ASM-326 who may not plan one is not offered to', async () => {
  assessor = desk.person('Somebody', 'requester');
  await show();
  expect(screen.getByText('There is no assessment that you may see')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'New assessment' })).toBeNull();
});

describe('ASM-326 assessments of units and years beside each other', () => {
  let last: string;
  beforeEach(() => {
    const battalion = desk.put('organisation', { name: 'Support battalion' });
    putAssessment(desk, { IM: 'F P P', PM: 'P' }, { name: 'Last year', until: '2025-05-04' });
    last = putAssessment(desk, { IM: 'F L L', PM: 'P', RF: 'F' }, { name: 'This year', until: '2026-05-04' });
    putAssessment(desk, { IM: 'L P P' }, { name: 'Theirs', until: '2026-02-01', unit: battalion });
    putAssessment(desk, { IM: '? ? ?' }, { name: 'Running', until: '2026-11-01' }, 'consensus');
  });

  test('those that are reported, by unit and day, with what changed since the one before', async () => {
    await show();
    expect(screen.getByText('3 of 4 assessments compared')).toBeTruthy();
    expect(rowsOf('Level and change by process and assessment')).toEqual([
      'ProcessLast year71 Sig, 2025-05-04This year71 Sig, 2026-05-04TheirsSupport battalion, 2026-02-01',
      'Service Operations',
      'IM Incident Management1 of 22 of 2▲ up 11 of 2',
      'PM Problem Management0 of 10 of 1= samenot in scope',
      'RF Request Fulfillmentnot in scope1 of 1not in scope',
    ]);
  });

  test('ASM-327 each unit has its processes at target by year; a unit that is not named is this one', async () => {
    await show();
    expect(rowsOf('Processes at their target by unit and year')).toEqual([
      'Unit20252026',
      '71 Sig0 of 22 of 3',
      'Support battalion–0 of 1',
    ]);
  });

  test('each figure leads to the result that it is of', async () => {
    await show();
    const name = 'IM, This year: level 2 of 2, Managed';
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(`/assessment/${last}/result`);
    const chart = within(screen.getByRole('group', { name: 'Level of IM over time' }));
    expect(
      chart.getByRole('link', { name: '71 Sig, 2026-05-04: level 2 of 2, Managed' }).getAttribute('href'),
    ).toBe(`/assessment/${last}/result`);
  });

  test('what must be kept in mind is told of each pair', async () => {
    await show();
    const told = within(screen.getByRole('region', { name: 'What must be kept in mind?' }));
    expect(told.getByText('Last year (2025-05-04) and This year (2026-05-04)')).toBeTruthy();
    expect(told.getByText('In scope of the second only: RF.')).toBeTruthy();
  });

  test('which are compared stands in the address', async () => {
    const { address } = await show();
    const person = userEvent.setup();
    await person.click(screen.getByText('3 of 4 assessments compared'));
    await person.click(screen.getByRole('checkbox', { name: '2026-11-01, Running, 71 Sig, provisional' }));
    const { searchParams } = new URL(address(), 'http://localhost');
    expect(JSON.parse(searchParams.get('of') ?? '')).toHaveLength(4);
  });

  test('to what it is narrowed stands there too', async () => {
    const { address } = await show();
    const person = userEvent.setup();
    await person.click(screen.getByRole('combobox', { name: 'Unit' }));
    await person.click(screen.getByRole('option', { name: 'Support battalion' }));
    expect(decodeURIComponent(address())).toContain('unit=Support+battalion');
  });
});
