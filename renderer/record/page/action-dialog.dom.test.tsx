import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { Desk } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { ActionBar } from './ActionBar.tsx';
import { useRecordPage } from './use-record-page.ts';

let desk: Desk;
let analyst: Actor;
let id: string;

function Bar() {
  const state = useRecordPage(id);
  return state.status === 'shown' ? <ActionBar shown={state.shown} most={3} /> : null;
}

const show = (actor = analyst) => showAtDesk(desk, actor, Bar);
const dialog = () => screen.findByRole('dialog');

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
});

describe('the actions of a record', () => {
  beforeEach(() => {
    id = desk.put('configuration-item', { name: 'LT-01', class: 'computer' });
  });

  test('are those allowed now, the usual one as the primary button', async () => {
    await show();
    const buttons = screen.getAllByRole('button').map((button) => button.textContent);
    expect(buttons.slice(0, 2)).toEqual(['Receive item', 'Put in use']);
    expect(buttons).not.toContain('Withdraw item');
  });

  test('are none for those who may do nothing', async () => {
    await show(desk.person('Reyes', 'requester'));
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('the dialog of an action', () => {
  test('asks what is needed, and does nothing until it is given', async () => {
    id = desk.put('configuration-item', { name: 'LT-01', class: 'computer' });
    const { data } = await show();
    fireEvent.click(screen.getByText('Put in use'));
    const box = await dialog();
    fireEvent.click(within(box).getByText('Put in use'));
    expect(await within(box).findAllByText('Owner is empty, and it is required here.')).not.toHaveLength(0);
    expect(data.commands).toEqual([]);
    expect(desk.view(id).state).toBe('ordered');
  });

  test('sends what was filled in and goes away', async () => {
    id = desk.put('configuration-item', { name: 'LT-01', class: 'computer' });
    const { data } = await show();
    fireEvent.click(screen.getByText('Receive item'));
    const box = await dialog();
    fireEvent.change(within(box).getByLabelText('Serial number'), { target: { value: 'SN-9' } });
    fireEvent.click(within(box).getByText('Receive item'));
    await waitFor(() => expect(desk.view(id).state).toBe('received'));
    expect(data.commands).toEqual([
      { kind: 'act', record: id, action: 'receive', inputs: { serialNumber: 'SN-9' } },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('asks for confirmation with the words of the declaration', async () => {
    id = desk.put('location', { name: 'Camp' });
    const { data } = await show();
    fireEvent.click(screen.getByText('Retire location'));
    const box = await dialog();
    expect(box.textContent).toContain('nobody can pick it any more. Retire it?');
    expect(data.commands).toEqual([]);
    fireEvent.click(within(box).getByText('Leave as it is'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.view(id).state).toBe('active');
  });

  test('says why it is refused and keeps the input', async () => {
    const base = desk.put('configuration-item', { name: 'Relay', class: 'radio' }, undefined, [
      { action: 'receive', inputs: {} },
      { action: 'goLive', inputs: {} },
    ]);
    desk.put('configuration-item', { name: 'User', class: 'radio', dependsOn: [base] }, undefined, [
      { action: 'goLive', inputs: {} },
    ]);
    id = base;
    await show();
    fireEvent.click(screen.getByText('Withdraw item'));
    const box = await dialog();
    fireEvent.change(within(box).getByLabelText(/^Reference of the change|^Change/), {
      target: { value: 'RFC 7' },
    });
    fireEvent.click(within(box).getByText('Withdraw item'));
    expect(await within(box).findByText(/User still depends on it/)).toBeTruthy();
    expect(within(box).getByDisplayValue('RFC 7')).toBeTruthy();
    expect(desk.view(id).state).toBe('live');
  });
});
