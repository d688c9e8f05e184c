import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Desk, hour, monday } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { useHolders } from './use-holders.ts';

afterEach(cleanup);

test('PER-204 who administers by an assignment, or for somebody else, may sign in as one; who does not any more, may not', async () => {
  const desk = Desk.seeded();
  const tagged = desk.person('By record', 'administrator');
  const given = { name: 'x', role: 'administrator', scope: 'workspace', from: monday };
  const assigned = desk.person('By assignment', 'analyst');
  const standIn = desk.person('Standing in');
  const delegation = { delegate: standIn.id, delegateFrom: monday, delegateUntil: monday + hour };
  desk.put('assignment', { ...given, person: assigned.id, ...delegation });
  desk.put('assignment', { ...given, person: desk.person('Too early').id, from: monday + hour });
  desk.put('assignment', { ...given, person: desk.person('Too late').id, until: monday });
  desk.put('assignment', { ...given, person: desk.person('Owner').id, role: 'processOwner' });
  desk.put('person', { name: 'Gone', roles: ['administrator'] }, undefined, [
    { action: 'retire', inputs: {} },
  ]);
  const Names = () => (
    <ul>
      {useHolders('administrator').map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
  await showAtDesk(desk, tagged, Names);
  const names = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(names).toEqual(['By assignment', 'By record', 'Standing in']);
});
