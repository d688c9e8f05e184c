import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldConflict } from '#shared/definition/record.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { Desk, minute, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { ConflictList } from './ConflictList.tsx';
import { openConflicts } from './conflicts.ts';

let desk: Desk;
let analyst: Actor;
let ids: readonly string[];

const phone: FieldConflict = {
  field: 'phone',
  heads: [
    { ref: 'AAAAAAAAAAA:1', value: '111', at: monday + minute, actor: 'Adams' },
    { ref: 'BBBBBBBBBBB:1', value: '222', at: monday, actor: 'Baker' },
  ],
};

beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
  desk = new Desk();
  analyst = desk.person('Analyst', 'administrator', 'analyst');
  ids = ['Net', 'Mail'].map((name) => desk.put('team', { name, phone: '100' }));
});

function show(actor = analyst) {
  const records = ids.map((id) => ({ ...desk.view(id), conflicts: [phone] }));
  return showAtDesk(desk, actor, () => <ConflictList conflicts={openConflicts(catalogue, records, actor)} />);
}

const press = (key: string) => fireEvent.keyDown(document.body, { key, code: `Digit${key}` });

describe('the conflicts inbox', () => {
  test('shows every value with author and time, side by side', async () => {
    await show();
    const [first] = screen.getAllByRole('list', { name: 'Values of Phone' });
    expect(
      within(first!)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^111Adams02 Nov 2026, 08:01.*shown until somebody chooses/),
      expect.stringMatching(/^222Baker02 Nov 2026, 08:00/),
    ]);
  });

  test('is driven by keys: the next one, its second value', async () => {
    const { data } = await show();
    const cards = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    press('j');
    press('2');
    await settle();
    const [command] = data.commands;
    expect(command).toMatchObject({ kind: 'edit', fields: { phone: '222' } });
    const number = command?.kind === 'edit' ? desk.view(command.record).number : '';
    expect(cards[1]).toContain(number);
  });

  test('settles several by one rule', async () => {
    const { data } = await show();
    press('x');
    press('j');
    press('x');
    expect(await screen.findByText('2 conflicts selected')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep the newest values' }));
    await waitFor(() => expect(data.commands).toHaveLength(2));
    expect(data.commands).toEqual(
      expect.arrayContaining(ids.map((record) => ({ kind: 'edit', record, fields: { phone: '111' } }))),
    );
  });

  test('offers no choice to those who may not edit', async () => {
    const { data } = await show(desk.person('Reyes', 'requester'));
    expect(screen.queryByRole('button', { name: /Keep this/ })).toBeNull();
    press('1');
    await settle();
    expect(data.commands).toEqual([]);
  });
});
