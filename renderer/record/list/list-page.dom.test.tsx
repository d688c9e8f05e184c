import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { ListPage } from './ListPage.tsx';
import { useListPlaces } from './list-store.ts';

let desk: Desk;
let analyst: Actor;
let ids: readonly string[];

beforeEach(() => {
  localStorage.clear();
  useListPlaces.setState({ places: {} });
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  ids = Array.from({ length: 60 }, (_, at) => desk.put('location', { name: `Camp ${at}` }));
});

const show = () => showAtDesk(desk, analyst, () => <ListPage type={desk.type('location')} />);
const grid = () => screen.getByRole('grid');
const rows = () => within(grid()).getAllByRole('row').slice(1);
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });
const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');

describe('a list', () => {
  test('puts only the rows in sight on the page and says how many there are', async () => {
    await show();
    expect(grid().getAttribute('aria-rowcount')).toBe('61');
    expect(rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(40);
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
  });

  test('has its saved filters with their counts', async () => {
    desk.put('location', { name: 'Old camp' }, undefined, [{ action: 'retire', inputs: {} }]);
    await show();
    const strip = within(screen.getByRole('navigation', { name: 'Filters of locations' }));
    expect(strip.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Active60',
      'Retired1',
      'All61',
    ]);
  });

  test('is driven by keyboard: j and k move, x selects, X selects up to there, Enter opens', async () => {
    const page = await show();
    expect(activeRow()?.textContent).toContain('Camp 0');
    press('j');
    press('j');
    press('k');
    await settle();
    expect(activeRow()?.textContent).toContain('Camp 1');
    press('x');
    press('j');
    press('j');
    await settle();
    press('X', { shiftKey: true });
    await waitFor(() => expect(screen.getByText('3 selected')).toBeTruthy());
    expect(
      rows()
        .filter((row) => row.getAttribute('aria-selected') === 'true')
        .map((row) => row.getAttribute('aria-rowindex')),
    ).toEqual(['3', '4', '5']);
    press('Enter');
    await waitFor(() => expect(page.address()).toBe(`/record/${ids[3] ?? ''}`));
  });

  test('offers only the actions that are allowed for all that is selected', async () => {
    await show();
    fireEvent.click(within(rows()[0]!).getByRole('checkbox'));
    fireEvent.click(await screen.findByRole('button', { name: /Do with all/ }));
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map((item) => item.textContent),
    ).toEqual(['Retire location']);
  });

  test('says why it is empty and what to do', async () => {
    await showAtDesk(desk, analyst, () => <ListPage type={desk.type('configuration-item')} />);
    expect(screen.getByText('No configuration items yet')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'New configuration item' })).not.toHaveLength(0);
  });
});
