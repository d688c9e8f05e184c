import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { columnsOf } from '../columns/columns.ts';
import { FilterBar } from './FilterBar.tsx';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';

let desk: Desk;
let analyst: Actor;
let query: Query;

function Bar({ start, onAsk }: { readonly start: Query; readonly onAsk: (query: Query) => void }) {
  const [asked, setAsked] = useState(start);
  const change = (next: Query) => {
    onAsk(next);
    setAsked(next);
  };
  return <FilterBar query={asked} columns={columnsOf(desk.type('incident'), analyst)} onChange={change} />;
}

const show = (where: Query['where'] = []) =>
  showAtDesk(desk, analyst, () => (
    <Bar start={{ type: 'incident', where }} onAsk={(next) => (query = next)} />
  ));
const dialog = () => within(screen.getByRole('dialog'));

async function add(column: string) {
  fireEvent.click(screen.getByText('Add filter'));
  await settle();
  await userEvent.type(dialog().getByLabelText('Column'), column);
  await userEvent.keyboard('{Enter}');
  await settle();
}

async function confirm(label = 'Add filter') {
  fireEvent.click(dialog().getByRole('button', { name: label }));
  await settle();
}

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
});

describe('the filter builder', () => {
  test('asks a choice for its members', async () => {
    await show();
    await add('State');
    fireEvent.click(dialog().getByText('New'));
    fireEvent.click(dialog().getByText('Pending'));
    await confirm();
    expect(query.where).toEqual([{ column: 'state', in: ['new', 'pending'] }]);
    expect(screen.getByText('State is any of New, Pending')).toBeTruthy();
  });

  test('asks an instant for a length of time back', async () => {
    await show();
    await add('Opened');
    fireEvent.change(dialog().getByLabelText('Days'), { target: { value: '7' } });
    await confirm();
    expect(query.where).toEqual([
      { column: 'createdAt', from: { symbol: 'day', offset: -6 }, below: { symbol: 'day', offset: 1 } },
    ]);
    expect(screen.getByText('Opened is in the last 7 days')).toBeTruthy();
  });

  test('offers “me” where a column names people', async () => {
    await show();
    await add('Assignee');
    fireEvent.click(dialog().getByText('Me'));
    await confirm();
    expect(query.where).toEqual([{ column: 'assignee', in: [{ symbol: 'me' }] }]);
  });

  test('offers a record by its title', async () => {
    const team = desk.put('team', { name: 'Night shift' });
    await show();
    await add('Team');
    await userEvent.click(dialog().getByLabelText('Team'));
    await userEvent.click(await screen.findByText('Night shift'));
    await confirm();
    expect(query.where).toEqual([{ column: 'team', in: [team] }]);
    expect(await screen.findByText('Team is Night shift')).toBeTruthy();
  });

  test('adds nothing while nothing is asked for', async () => {
    await show();
    await add('State');
    expect(dialog().getByRole<HTMLButtonElement>('button', { name: 'Add filter' }).disabled).toBe(true);
  });
});

describe('the chips of the conditions', () => {
  test('are changed in place and taken out', async () => {
    await show([
      { column: 'state', in: ['new'] },
      { column: 'team', empty: true },
    ]);
    fireEvent.click(screen.getByText('State is New'));
    await settle();
    fireEvent.click(dialog().getByText('Closed'));
    await confirm('Change filter');
    expect(query.where[0]).toEqual({ column: 'state', in: ['new', 'closed'] });
    fireEvent.click(screen.getByLabelText('Take out: Team has no value'));
    expect(query.where).toEqual([{ column: 'state', in: ['new', 'closed'] }]);
  });

  test('that only a declaration can write are shown and not opened', async () => {
    await show([{ column: 'resolutionDue', below: { symbol: 'now', offset: 14_400_000 } }]);
    const chip = screen.getByText<HTMLButtonElement>('Resolution due: until 4 h from now');
    expect(chip.disabled).toBe(true);
  });
});
