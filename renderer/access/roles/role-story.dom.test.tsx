import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { RecordPage } from '#renderer/record/page/RecordPage.tsx';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import type { Actor } from '#shared/definition/permission.ts';
import { day, Desk, hour, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';

let desk: Desk;
let admin: Actor;
let ann: Actor;
let bob: Actor;
let item: string;

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  desk = Desk.seeded();
  admin = desk.person('Adams', 'administrator');
  ann = desk.person('Ann');
  bob = desk.person('Bob');
  item = desk.seed('catalogue-item', 'item-laptop');
});

afterEach(cleanup);

/** Somebody opens the catalogue item. */
async function opens(person: Actor) {
  cleanup();
  const bridge = createBrowserBridge({ host: window, version: 'test' });
  return showAtDesk(desk, { ...person, roles: [] }, () => (
    <BridgeProvider bridge={bridge}>
      <RecordPage id={item} />
    </BridgeProvider>
  ));
}

const withdraw = () => screen.queryByRole('button', { name: 'Withdraw item' });

test('PER-202 PER-203 a role begins tomorrow, is delegated for a day, is taken up again and ends; who has none is told who gives it', async () => {
  const owner = { name: 'x', role: 'processOwner', scope: 'process', process: 'RF' };
  const assignment = await desk.create(admin, 'assignment', {
    ...owner,
    person: ann.id,
    from: monday + day,
    until: monday + 4 * day,
  });

  await opens(ann);
  expect(withdraw()).toBeNull();

  desk.now = monday + day;
  await opens(ann);
  expect(withdraw()).not.toBeNull();
  const held = { ...ann, scoped: [{ role: 'processOwner', scope: 'process', of: 'RF' }] } as const;
  const dates = { delegateFrom: monday + 2 * day, delegateUntil: monday + 3 * day };
  await desk.act(held, assignment, 'delegate', { delegate: bob.id, ...dates });
  await opens(bob);
  expect(withdraw()).toBeNull();

  desk.now = monday + 2 * day + hour;
  await opens(bob);
  const button = withdraw();
  if (!button) throw new Error('The delegate may not act.');
  fireEvent.click(button);
  await settle();
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/reason/i), { target: { value: 'Not made any more' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Withdraw item' }));
  await settle();
  expect(desk.view(item)).toMatchObject({ state: 'withdrawn', updatedBy: bob.id });

  desk.put('catalogue-item', { name: 'Radio' }, (item = 'radio'));
  desk.now = monday + 3 * day;
  await opens(bob);
  expect(withdraw()).toBeNull();
  await opens(ann);
  expect(withdraw()).not.toBeNull();

  desk.now = monday + 4 * day;
  const { data } = await opens(ann);
  expect(withdraw()).toBeNull();
  const done = await data.execute({ kind: 'act', record: item, action: 'withdraw', inputs: {} });
  const [refused] = done.ok ? [] : done.error;
  expect(refused?.message).toContain('the right “decide for the process” is missing');
  expect(refused?.next).toBe('It can be given by the administrator of this unit. Now that is Adams.');
});
