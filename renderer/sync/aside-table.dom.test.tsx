import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RuledEntry } from '#renderer/data/data.ts';
import { problem } from '#shared/kernel/errors.ts';
import { Desk, monday } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { AsideTable } from './AsideTable.tsx';

const ruling = { hub: 'HHHHHHHHHHH', code: 'OUT-RUL-002', reason: 'Its author may not create an incident.' };
const devices = { HHHHHHHHHHH: 'Brigade (7H)', BBBBBBBBBBB: 'Laptop B (7B)' };

test('TRU-320 the table says who wrote what was set aside, why, by which hub, what to do, and all that it says', async () => {
  const desk = new Desk();
  const chief = desk.person('Chief', 'administrator');
  const ruled: RuledEntry = {
    ref: 'BBBBBBBBBBB:3',
    replica: 'BBBBBBBBBBB',
    at: monday,
    person: chief.id,
    type: 'incident',
    record: 'r1',
    ruling,
    hasRecord: false,
    seen: {
      number: 'INC-B-00001',
      title: 'Net is down',
      item: {
        ref: 'BBBBBBBBBBB:3',
        kind: 'created',
        at: monday,
        actor: chief.id,
        isInferred: false,
        changes: [{ field: 'description', label: 'Description', before: undefined, after: 'Since noon' }],
      },
    },
  };
  const run = {
    key: 'BBBBBBBBBBB:9',
    replica: 'BBBBBBBBBBB',
    from: 9,
    bytes: 500,
    at: monday,
    reason: problem('OUT-RUL-010', { replica: 'BBBBBBBBBBB', seq: 9 }),
  };
  await showAtDesk(
    desk,
    chief,
    () => (
      <>
        <AsideTable
          ruled={[ruled, { ...ruled, ref: 'BBBBBBBBBBB:4', hasRecord: true }]}
          runs={[run]}
          now={monday}
        />
      </>
    ),
    undefined,
    undefined,
    {
      sync: {
        status: { hubs: [], unsent: { entries: 0, bytes: 0 }, acknowledged: {}, devices },
        onStatus: () => () => undefined,
      },
    },
  );
  const [, made, changed, log] = screen.getAllByRole('row');
  expect(made!.textContent).toContain('Chief');
  expect(made!.textContent).toContain('Laptop B (7B)');
  expect(made!.textContent).toContain('INC-B-00001 Net is down (not made)');
  expect(made!.textContent).toContain('Its author may not create an incident.');
  expect(made!.textContent).toContain('OUT-RUL-002 · hub Brigade (7H)');
  expect(within(made!).queryByRole('link')).toBeNull();
  fireEvent.click(within(made!).getByText('What it says'));
  expect(within(made!).getByText('Since noon')).toBeTruthy();
  expect(within(changed!).getByRole('link').getAttribute('href')).toBe('/record/r1');
  expect(log!.textContent).toContain('Log from entry 9 on');
  expect(log!.textContent).toContain('OUT-RUL-010');
});
