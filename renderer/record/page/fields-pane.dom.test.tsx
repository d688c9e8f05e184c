import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldConflict } from '#shared/definition/record.ts';
import { Desk, minute, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { ConflictChooser } from './ConflictChooser.tsx';
import { FieldsPane } from './FieldsPane.tsx';
import { useRecordPage } from './use-record-page.ts';

let desk: Desk;
let analyst: Actor;
let id: string;

function Pane() {
  const state = useRecordPage(id);
  return state.status === 'shown' ? <FieldsPane shown={state.shown} /> : null;
}

const edit = (label: string) => fireEvent.click(screen.getByRole('button', { name: `Edit ${label}` }));
const saved = (field: string) => desk.view(id).fields[field];

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  id = desk.put('team', { name: 'Night shift', phone: '100' });
});

describe('a field edited where it stands', () => {
  test('is saved when the focus leaves it', async () => {
    await showAtDesk(desk, analyst, Pane);
    edit('Phone');
    const input = screen.getByLabelText('Phone');
    fireEvent.change(input, { target: { value: '200' } });
    const hasFocus = document.hasFocus;
    document.hasFocus = () => true;
    fireEvent.blur(input);
    await waitFor(() => expect(saved('phone')).toBe('200'));
    document.hasFocus = hasFocus;
    await settle();
    expect(screen.getByText('200')).toBeTruthy();
  });

  test('is saved by Enter, and writes nothing when nothing changed', async () => {
    const { data } = await showAtDesk(desk, analyst, Pane);
    edit('Phone');
    fireEvent.keyDown(screen.getByLabelText('Phone'), { key: 'Enter' });
    await settle();
    expect(data.commands).toEqual([]);
    edit('Phone');
    fireEvent.change(screen.getByLabelText('Phone'), { target: { value: '300' } });
    fireEvent.keyDown(screen.getByLabelText('Phone'), { key: 'Enter' });
    await waitFor(() => expect(saved('phone')).toBe('300'));
  });

  test('keeps what was typed on Escape, says so, and has it again', async () => {
    const { data } = await showAtDesk(desk, analyst, Pane);
    edit('Phone');
    fireEvent.change(screen.getByLabelText('Phone'), { target: { value: '4' } });
    fireEvent.keyDown(screen.getByLabelText('Phone'), { key: 'Escape' });
    await settle();
    expect(saved('phone')).toBe('100');
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    await waitFor(() => expect(data.drafts.get(`${analyst.id}:edit:${id}`)).toEqual({ phone: '4' }));
    edit('Phone');
    expect(screen.getByLabelText<HTMLInputElement>('Phone').value).toBe('4');
  });

  test('says at the field what does not fit, and is not saved', async () => {
    await showAtDesk(desk, analyst, Pane);
    edit('E-mail');
    fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'nobody' } });
    fireEvent.keyDown(screen.getByLabelText('E-mail'), { key: 'Enter' });
    expect(await screen.findByText(/^E-mail takes an e-mail address/)).toBeTruthy();
    expect(saved('email')).toBeUndefined();
  });

  test('is only read by those who may not edit', async () => {
    await showAtDesk(desk, desk.person('Reyes', 'requester'), Pane);
    expect(screen.getByText('100')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Edit Phone' })).toBeNull();
  });
});

describe('a field with several heads', () => {
  const conflict: FieldConflict = {
    field: 'phone',
    heads: [
      { ref: 'AAAAAAAAAAA:1', value: '111', at: monday, actor: 'Adams' },
      { ref: 'BBBBBBBBBBB:1', value: '222', at: monday + 5 * minute, actor: 'Baker' },
    ],
  };

  test('shows every value with its author and time, and writes the one that is chosen', async () => {
    const { data } = await showAtDesk(desk, analyst, () => (
      <ConflictChooser
        record={desk.view(id)}
        field={desk.type('team').fields['phone']!}
        conflict={conflict}
      />
    ));
    const items = screen.getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^111.*Adams, 2 Nov 2026, 08:00|^111.*Adams, 02 Nov 2026, 08:00/),
      expect.stringMatching(/^222.*Baker.*08:05/),
    ]);
    fireEvent.click(within(items[1]!).getByText('Keep this'));
    await waitFor(() =>
      expect(data.commands).toEqual([{ kind: 'edit', record: id, fields: { phone: '222' } }]),
    );
  });
});
