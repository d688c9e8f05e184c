import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useActor } from '#renderer/session/session.tsx';
import { Desk, hour, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { Permissions } from './Permissions.tsx';
import { RolesPage } from './RolesPage.tsx';

afterEach(cleanup);

const owner = { role: 'processOwner', scope: 'process', process: 'IM', from: monday };

function unit() {
  const desk = Desk.seeded();
  const admin = desk.person('Adams, Joan', 'administrator', 'processOwner');
  const [ann, bob] = [desk.person('Ann'), desk.person('Bob')];
  return { desk, admin, ann, bob };
}

test('PER-223 the page says that all is well, and who answers for what', async () => {
  const { desk, admin, ann, bob } = unit();
  desk.put('assignment', { ...owner, name: 'x', person: ann.id, delegate: bob.id, until: monday + hour });
  await showAtDesk(desk, admin, RolesPage);
  expect(screen.getByText(/Every process and every service in use has one owner/)).toBeTruthy();
  const processes = screen.getByRole('table', { name: 'Who answers for each process' });
  const row = within(processes).getByRole('row', { name: /IM Incident Management/ });
  expect(within(row).getByRole('link', { name: 'Ann' }).getAttribute('href')).toBe(`/record/${ann.id}`);
  expect(within(processes).getByRole('row', { name: /RF Request/ }).textContent).toContain('Adams, Joan');
  const roles = screen.getByRole('table', { name: 'Roles and who has them' });
  const held = within(roles).getByRole('row', { name: /^Process owner / });
  expect(held.textContent).toContain('Ann · Incident Management · until');
  expect(held.textContent).toContain('delegated to Bob');
});

test('PER-223 two owners at once are told, with both assignments to open', async () => {
  const { desk, admin, ann, bob } = unit();
  const first = desk.put('assignment', { ...owner, name: 'x', person: ann.id });
  const second = desk.put('assignment', { ...owner, name: 'y', person: bob.id });
  await showAtDesk(desk, admin, RolesPage);
  const faults = screen.getByRole('list', { name: 'To mend' });
  expect(faults.textContent).toContain('Incident Management has 2 process owners: Ann and Bob.');
  const links = within(faults).getAllByRole('link', { name: 'Open the assignment' });
  expect(links.map((link) => link.getAttribute('href'))).toEqual([`/record/${first}`, `/record/${second}`]);
});

test('PER-223 a process without an owner leads to a form that is filled in', async () => {
  const desk = Desk.seeded();
  const admin = desk.person('Adams, Joan', 'administrator');
  const { address } = await showAtDesk(desk, admin, RolesPage);
  const [fault] = screen
    .getAllByRole('listitem')
    .filter(({ textContent }) => textContent.includes('Incident'));
  if (!fault) throw new Error('No fault.');
  fireEvent.click(within(fault).getByRole('link', { name: 'Assign an owner' }));
  await settle();
  expect(decodeURIComponent(address())).toContain('/new/assignment?given={');
  expect(decodeURIComponent(address())).toContain('"process":"IM"');
});

test('PER-223 only administrators are offered to assign', async () => {
  const { desk, ann } = unit();
  await showAtDesk(desk, ann, RolesPage);
  expect(screen.queryByRole('link', { name: 'Assign role' })).toBeNull();
});

test('PER-233 the matrix has a column for each role and is filtered by process', async () => {
  const { desk, admin } = unit();
  await showAtDesk(desk, admin, Permissions);
  // Roles of so large tables are slow to find in jsdom.
  const table = screen.getByText('Permissions: Incident Management').closest('table');
  const cells = (tag: string) => [...(table?.querySelectorAll(tag) ?? [])];
  expect(cells('thead th').map(({ textContent }) => textContent)).toContain('Subject matter expert');
  const row = cells('tr').find(({ textContent }) => textContent.startsWith('Declare major'));
  expect(row?.textContent).toContain('◐for some records');
  expect(row?.textContent).toContain('never');
  const field = cells('tr').find(({ textContent }) => textContent.startsWith('See “Containment”'));
  expect(field?.textContent).toContain('●always');
  expect(screen.getAllByText(/^Permissions: /).length).toBeGreaterThan(5);
  fireEvent.mouseDown(screen.getByLabelText('Process'));
  fireEvent.click(screen.getByText('Unit data', { selector: 'li *, li' }));
  expect(screen.getAllByText(/^Permissions: /).map(({ textContent }) => textContent)).toEqual([
    'Permissions: Unit data',
  ]);
});

test('PER-203 who is at the desk has a role from the instant on, without anything written', async () => {
  const { desk, ann } = unit();
  desk.put('assignment', { ...owner, name: 'x', person: ann.id, from: monday + hour });
  const Roles = () => <p>{JSON.stringify(useActor()?.scoped ?? 'none')}</p>;
  desk.now = monday + hour - 40;
  await showAtDesk(desk, ann, Roles);
  expect(screen.getByText('"none"')).toBeTruthy();
  desk.now = monday + hour;
  expect(await screen.findByText(/"of":"IM"/)).toBeTruthy();
});
