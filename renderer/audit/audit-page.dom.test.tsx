import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import type { AuditEntry, AuditFilter, AuditPage as Page, VerifyResult } from '#renderer/data/data.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { problem } from '#shared/kernel/errors.ts';
import { Desk, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { AuditPage } from './AuditPage.tsx';

const entry: AuditEntry = {
  n: 7,
  replica: 'BBBBBBBBBBB',
  seq: 3,
  claimedAt: monday,
  receivedAt: monday + 3_600_000,
  isOwn: false,
  person: 'p1',
  type: 'incident',
  record: 'r1',
  seen: {
    number: 'INC-A-00001',
    title: 'Net is down',
    marking: 'SECRET',
    item: {
      ref: 'BBBBBBBBBBB:3',
      kind: 'note',
      at: monday,
      actor: 'p1',
      changes: [],
      text: 'Called',
      isInferred: false,
    },
  },
};
const result: VerifyResult = {
  reach: 'all',
  at: monday,
  milliseconds: 1200,
  entries: 1234,
  signed: 1000,
  rowsRead: 40,
  recordsRead: 9,
  faults: [],
  faultCount: 0,
};
const page = vi.fn<(filter: AuditFilter, most: number, before: number) => Promise<Page>>();
const run = vi.fn<(reach: string) => Promise<void>>();

async function show(last = result, seesAll = true): Promise<void> {
  const desk = new Desk();
  const status = { last };
  const bridge = createBrowserBridge({ host: window, version: 'test' });
  await showAtDesk(
    desk,
    desk.person('Chief', 'administrator'),
    () => (
      <BridgeProvider bridge={bridge}>
        <AuditPage />
      </BridgeProvider>
    ),
    undefined,
    undefined,
    {
      audit: { seesAll, page },
      redactions: { list: () => Promise.resolve([]) },
      verification: { status, subscribe: () => () => undefined, run, cancel: () => undefined },
      sync: {
        status: {
          hubs: [],
          unsent: { entries: 0, bytes: 0 },
          acknowledged: {},
          devices: { BBBBBBBBBBB: 'Laptop B' },
        },
        onStatus: () => () => undefined,
      },
    },
  );
  await settle();
}

beforeEach(() => {
  page.mockReset().mockResolvedValue({ entries: [entry], next: 7 });
  run.mockReset().mockResolvedValue();
});

test('TRU-310 a line tells both times, the words of the timeline, the record and the device', async () => {
  await show();
  const [, line] = screen.getAllByRole('row');
  const cells = within(line!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  expect(cells[0]).not.toBe(cells[1]);
  expect(cells.slice(3)).toEqual([
    expect.stringContaining('Called'),
    'INC-A-00001SECRET Net is down',
    'Laptop B · 3',
  ]);
  expect(within(line!).getByRole('link').getAttribute('href')).toBe('/record/r1');
});

test('TRU-311 Earlier turns to the page before, Newer back, and a filter begins anew', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Earlier' }));
  await settle();
  expect(page).toHaveBeenLastCalledWith({}, 100, 7);
  fireEvent.click(screen.getByRole('button', { name: 'Newer' }));
  await settle();
  expect(page).toHaveBeenLastCalledWith({}, 100, Infinity);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Text' }), { target: { value: 'mast' } });
  await settle();
  expect(page).toHaveBeenLastCalledWith({ text: 'mast' }, 100, Infinity);
});

test('TRU-312 only who sees everybody’s entries chooses a person', async () => {
  await show(result, false);
  expect(screen.getByText('Your own entries')).toBeTruthy();
  expect(screen.queryByRole('combobox', { name: 'Person' })).toBeNull();
});

test('TRU-306 the page says how much is verified and since when, and looks again when told', async () => {
  await show();
  expect(screen.getByText(/^All 1,234 entries verified, last on /)).toBeTruthy();
  expect(screen.getByText(/^1,000 entries under a signature/).textContent).toContain('234 not signed here');
  fireEvent.click(screen.getByRole('button', { name: 'Verify' }));
  expect(run).toHaveBeenCalledWith('news');
});

test('TRU-306 it names what is not as it was written', async () => {
  const found = problem('OUT-VER-007', { replica: 'BBBBBBBBBBB', seq: 3 });
  await show({ ...result, faults: [{ replica: 'BBBBBBBBBBB', seq: 3, problem: found }], faultCount: 1 });
  expect(screen.getByText(/^1 place is not as they/)).toBeTruthy();
  expect(screen.getByRole('list', { name: 'What is not as it was written' }).textContent).toContain(
    'Entry 3 of',
  );
});
