import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { CreatePage } from './CreatePage.tsx';

let desk: Desk;
let analyst: Actor;
let chief: Actor;

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  chief = desk.person('Reyes, Ana', 'requester');
});

const show = (drafts?: Map<string, unknown>) =>
  showAtDesk(desk, analyst, () => <CreatePage type={desk.type('team')} />, drafts);
const create = () => fireEvent.click(screen.getByText('Create team'));
const name = () => screen.getByLabelText<HTMLInputElement>(/^Name/);
const fill = (value: string) => fireEvent.change(name(), { target: { value } });

describe('the form of a new record', () => {
  test('says what is missing at the field and in a summary that has the focus, and writes nothing', async () => {
    const { data } = await show();
    create();
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByText('Name is empty, and it is required here.')).toBeTruthy();
    await waitFor(() => expect(summary.parentElement).toBe(document.activeElement));
    expect(name().getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(`${name().id}-error`)?.textContent).toBe(
      'Name is empty, and it is required here.',
    );
    expect(data.commands).toEqual([]);
  });

  test('leads from the summary to the field', async () => {
    await show();
    create();
    fireEvent.click(await screen.findByText('Name is empty, and it is required here.', { selector: 'a' }));
    expect(document.activeElement).toBe(name());
  });

  test('names each field that does not fit', async () => {
    await show();
    fill('x'.repeat(300));
    fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'nobody' } });
    create();
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByText('2 fields need attention')).toBeTruthy();
    expect(within(summary).getByText(/^Name has 300 characters/)).toBeTruthy();
    expect(within(summary).getByText(/^E-mail takes an e-mail address/)).toBeTruthy();
  });

  test('creates what was filled, with the record that was picked, and opens it', async () => {
    const page = await show();
    fill('Night shift');
    await userEvent.click(screen.getByLabelText('Manager'));
    await userEvent.click(await screen.findByText('Reyes, Ana'));
    create();
    await waitFor(() => expect(page.address()).toMatch(/^\/record\//));
    expect(page.data.commands).toEqual([
      { kind: 'create', type: 'team', fields: { name: 'Night shift', manager: chief.id } },
    ]);
    expect([...page.data.drafts.keys()]).toEqual([]);
  });

  test('keeps a pick that was made by Enter before the answer came, though the field was left and the form sent at once', async () => {
    const page = await show();
    fill('Night shift');
    const manager = screen.getByLabelText('Manager');
    fireEvent.focus(manager);
    fireEvent.change(manager, { target: { value: 'Reyes, Ana' } });
    fireEvent.keyDown(manager, { key: 'Enter' });
    fireEvent.blur(manager);
    create();
    await waitFor(() => expect(page.address()).toMatch(/^\/record\//));
    expect(page.data.commands).toEqual([
      { kind: 'create', type: 'team', fields: { name: 'Night shift', manager: chief.id } },
    ]);
  });

  test('is not offered to those who may not create', async () => {
    await showAtDesk(desk, chief, () => <CreatePage type={desk.type('team')} />);
    expect(screen.getByText('You may not create a team')).toBeTruthy();
    expect(screen.queryByLabelText(/^Name/)).toBeNull();
  });
});

describe('a draft', () => {
  test('comes back after the page was lost, says so, and can be given up', async () => {
    const first = await show();
    fill('Half a na');
    await waitFor(() => expect([...first.data.drafts.keys()]).toEqual([`${analyst.id}:new:team`]));
    cleanup();

    const again = await show(first.data.drafts);
    expect(name().value).toBe('Half a na');
    expect(screen.getByText(/What you had typed/)).toBeTruthy();

    fireEvent.click(screen.getByText('Start over'));
    await settle();
    expect(name().value).toBe('');
    expect([...again.data.drafts.keys()]).toEqual([]);
  });

  test('PER-7 belongs to whoever typed it', async () => {
    const first = await show();
    fill('Half a na');
    await waitFor(() => expect(first.data.drafts.size).toBe(1));
    cleanup();
    const other = desk.person('Other', 'analyst');
    await showAtDesk(desk, other, () => <CreatePage type={desk.type('team')} />, first.data.drafts);
    expect(name().value).toBe('');
    expect(screen.queryByText(/Draft/)).toBeNull();
  });

  test('that is read late does not overwrite what was typed meanwhile', async () => {
    let arrive: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const drafts = new Map([[`${analyst.id}:new:team`, { name: 'Old' }]]);
    const page = await showAtDesk(desk, analyst, () => <CreatePage type={desk.type('team')} />, drafts, late);
    fill('New');
    arrive();
    await settle();
    expect(name().value).toBe('New');
    await waitFor(() =>
      expect(page.data.drafts.get(`${analyst.id}:new:team`)).toMatchObject({ name: 'New' }),
    );
  });
});
