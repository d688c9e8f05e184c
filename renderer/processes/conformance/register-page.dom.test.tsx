import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { textOf } from '#shared/definition/record.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { RegisterPage } from './RegisterPage.tsx';

let desk: Desk;
let owner: Actor;
let writer: Actor;

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  owner = desk.person('Owner', 'processOwner', 'administrator');
  writer = desk.person('Writer', 'analyst');
});

function service(name: string, fields: FieldValues): string {
  return desk.put('service', { name, owner: writer.id, ...fields }, undefined, [
    { action: 'offer', inputs: {} },
  ]);
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });
const shown = () =>
  within(screen.getByRole('table', { name: 'Conformance of services in 2026' })).getAllByRole('row').length -
  1;

describe('the register page', () => {
  test('CNF-128 without services it says what to do first', async () => {
    await showAtDesk(desk, owner, RegisterPage);
    expect(screen.getByText('No service is offered yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'New service' }).getAttribute('href')).toBe('/new/service');
  });

  test('CNF-129 each line says what is asked, what of it is there, and who does what next', async () => {
    const mail = service('Mail', { conformanceKind: 'component', conformancePhase: '2' });
    service('Voice', {});
    desk.put('conformance-statement', {
      name: 'Mail 2026',
      service: mail,
      year: 2026,
      kind: 'component',
      phase: '2',
      verdict: 'departs',
      plan: 'First IM.',
    });
    await showAtDesk(desk, owner, RegisterPage);
    expect(row('Mail').textContent).toContain('Present level of conformance: missing');
    expect(row('Mail').textContent).toContain('by priority: there');
    const next = within(row('Mail')).getByRole('link', { name: 'Write 2 parts that are missing' });
    expect(next.getAttribute('href')).toMatch(/^\/record\//);
    expect(row('Mail').textContent).toContain('Writer');
    expect(
      within(row('Voice')).getByRole('link', { name: 'Set type and phase of the service' }),
    ).toBeTruthy();
  });

  test('CNF-130 each count leads to its services, and the statements of a year to their list', async () => {
    for (let index = 0; index < 100; index += 1) {
      const id = service(`Service ${String(index)}`, {
        conformanceKind: 'enterprise',
        conformancePhase: '1',
      });
      if (index < 30) {
        desk.put('conformance-statement', {
          name: 'S',
          service: id,
          year: 2026,
          kind: 'enterprise',
          phase: '1',
          verdict: index < 10 ? 'departs' : 'conforms',
        });
      }
    }
    const { address } = await showAtDesk(desk, owner, RegisterPage);
    expect(shown()).toBe(100);
    const chips = within(screen.getByRole('navigation', { name: 'Show' }));
    expect(chips.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'All services 100',
      'Statement missing 70',
      'Draft 30',
      'Submitted 0',
      'Accepted 0',
      'Not conforming 10',
      'Exception ends or ended 0',
    ]);
    const years = within(screen.getByRole('table', { name: 'Statements by year' }));
    const counts = within(years.getByRole('row', { name: /^2026/ })).getAllByRole('link');
    expect(counts.map((link) => link.textContent).slice(0, 7)).toEqual([
      '2026',
      '30',
      '30',
      '0',
      '0',
      '20',
      '10',
    ]);
    expect(decodeURIComponent(counts[6]?.getAttribute('href') ?? '')).toContain(
      '"column":"verdict","in":["departs"]',
    );
    await userEvent.click(chips.getByRole('link', { name: /^Not conforming/ }));
    expect(address()).toBe('/conformance?year=2026&show=departing');
  });

  test('CNF-131 a year is opened in one go, with the texts of the year before', async () => {
    const mail = service('Mail', { conformanceKind: 'component', conformancePhase: '1' });
    service('Radio', { conformanceKind: 'enterprise', conformancePhase: '1' });
    service('Voice', {});
    desk.put('conformance-statement', {
      name: 'Mail 2025',
      service: mail,
      year: 2025,
      kind: 'component',
      phase: '1',
      verdict: 'departs',
      evaluation: 'Looked through.',
    });
    await showAtDesk(desk, owner, RegisterPage);
    await userEvent.click(screen.getByRole('button', { name: 'Open a year' }));
    const dialog = screen.getByRole('dialog', { name: 'Open a year of conformance' });
    expect(within(dialog).getByRole('status').textContent).toBe(
      '2 drafts are made, 1 with the texts of 2025. Each needs its verdict anew. One service without type or phase is left out. Open the year again once these are set.',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open 2026' }));
    await waitFor(() => expect(desk.all('conformance-cycle')).toHaveLength(1));
    await settle();
    const drafts = desk.all('conformance-statement').filter(({ fields }) => fields['year'] === 2026);
    expect(drafts.map((draft) => [textOf(draft, 'name'), draft.state, textOf(draft, 'evaluation')])).toEqual([
      ['Mail 2026', 'draft', 'Looked through.'],
      ['Radio 2026', 'draft', ''],
    ]);
    const [cycle] = desk.all('conformance-cycle');
    expect(drafts.every(({ fields }) => fields['cycle'] === cycle?.id)).toBe(true);
  });

  test('CNF-132 who may not open a year is not offered it', async () => {
    service('Mail', {});
    await showAtDesk(desk, writer, RegisterPage);
    expect(screen.queryByRole('button', { name: 'Open a year' })).toBeNull();
  });
});
