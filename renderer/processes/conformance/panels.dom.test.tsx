import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { useRecord } from '#renderer/data/data.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { day, Desk, hour, monday } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { ExceptionPanel } from './ExceptionPanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { PhaseTable } from './TableHelp.tsx';
import { StatementPanel } from './StatementPanel.tsx';

let desk: Desk;
let writer: Actor;
let service: string;

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  writer = desk.person('Writer', 'analyst');
  service = desk.put('service', { name: 'Mail' }, undefined, [{ action: 'offer', inputs: {} }]);
});

function show(id: string, Panel: (props: SlotProps) => ReactNode) {
  return showAtDesk(desk, writer, () => {
    const { record, derived } = useRecord(id);
    return record ? <Panel type={desk.type(record.type)} record={record} derived={derived} /> : null;
  });
}

const state = (fields: FieldValues) =>
  desk.put('conformance-statement', {
    name: 'Mail 2026',
    service,
    year: 2026,
    kind: 'enterprise',
    ...fields,
  });

describe('the panel of a statement', () => {
  test('CNF-133 says that the exception under it ended', async () => {
    const exception = desk.put(
      'conformance-exception',
      { name: 'Leave', service, until: '2026-11-01' },
      undefined,
      [{ action: 'approve', inputs: {} }],
    );
    await show(state({ phase: '2', verdict: 'departs', exception }), StatementPanel);
    expect(screen.getByText(/It rests on exception/).textContent).toContain('Ended, does not count any more');
    expect(screen.getByText('Agreement to conform once the framework is improved').textContent).toContain(
      'missing',
    );
  });

  test('CNF-134 counts kept targets of the year from records, and takes the figure over with how it was made', async () => {
    const user = desk.person('Reyes', 'requester');
    const closureCode = desk.seed('closure-code', 'closure-solved');
    const down = async (logged: number, took: number) => {
      desk.now = logged;
      const id = await desk.create(writer, 'incident', {
        title: 'Down',
        requester: user.id,
        service,
        impact: '2',
        urgency: '2',
      });
      desk.now += took;
      await desk.act(writer, id, 'resolve', { closureCode, resolution: 'Mended.' });
    };
    await down(monday - 400 * day, hour);
    await down(monday, hour);
    await down(monday + day, hour);
    await down(monday + 2 * day, 30 * day);
    const id = state({ phase: '3' });
    await show(id, StatementPanel);
    expect(screen.getByText(/Service quality from records/).parentElement?.textContent).toContain(
      'Incidents resolved in time: 2 of 3. Requests fulfilled in time: 0 of 0. Together 66.7 %.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Take 66.7 % over' }));
    await waitFor(() =>
      expect(desk.view(id).fields).toMatchObject({
        serviceQuality: 66.7,
        qualityBasis: 'records',
        qualityMet: 2,
        qualityJudged: 3,
      }),
    );
    expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull();
  });

  test('CNF-134 without a target in the year it asks for a figure with its source', async () => {
    await show(state({ phase: '3' }), StatementPanel);
    expect(screen.getByText(/No target was due in the year, so enter a figure with its source/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull();
  });
});

test('CNF-135 an exception says whether it counts today and what renews it', async () => {
  const id = desk.put(
    'conformance-exception',
    { name: 'Leave', reason: 'Old', service, until: '2026-12-01' },
    undefined,
    [{ action: 'approve', inputs: {} }],
  );
  await show(id, ExceptionPanel);
  expect(screen.getByText(/Counts, ends within 90 days/).textContent).toContain('Ask for its renewal');
  await desk.act(writer, id, 'renew');
  cleanup();
  desk.now += 40 * day;
  await show(id, ExceptionPanel);
  const renewal = desk.all('conformance-exception').find(({ fields }) => fields['renews'] === id);
  expect(screen.getByText(/Ended, does not count any more/).textContent).toContain(
    `Renewed by ${renewal?.number ?? '?'}`,
  );
});

test('CNF-136 a plan shows each step with its days and how far it is', async () => {
  const component = desk.put('organisation', { name: 'Company' });
  const id = desk.put('conformance-plan', {
    name: 'Plan',
    component,
    steps: [
      {
        step: 'Relations',
        process: 'CfM',
        from: '2026-01-01',
        until: '2026-06-30',
        state: 'done',
        target: 1,
      },
    ],
  });
  await show(id, PlanPanel);
  const row = screen.getByRole('row', { name: /Relations/ });
  expect(row.textContent).toContain('2026-01-01 to 2026-06-30');
  expect(row.textContent).toContain('100 %');
});

test('CNF-106 the table is shown cell by cell', async () => {
  await showAtDesk(desk, writer, PhaseTable);
  expect(screen.getAllByRole('row')).toHaveLength(3);
  expect(screen.getByText('gets an exception approved by the DoD CIO')).toBeTruthy();
  expect(screen.getByText('judges both against the framework')).toBeTruthy();
});
