import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import type { BundleChecked, BundleFiles, BundleOpened, BundleReceiver } from '#renderer/data/data.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import type { ChosenFile, OutpostBridge } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { BundleSection } from './BundleSection.tsx';

const receiver: BundleReceiver = {
  replica: 'BBBBBBBBBBB',
  name: 'Laptop B',
  kind: 'device',
  fingerprint: 'AAAA',
  lacks: 4,
};
const none = { count: 0, bytes: 0 };
const opened: BundleOpened = {
  sender: 'Laptop B',
  part: 1,
  isLast: true,
  digest: 'ab',
  entries: 2,
  files: { count: 1, bytes: 12_000 },
  n: 1,
};
const checked: BundleChecked = {
  bundle: 'b',
  sender: 'Laptop B',
  fingerprint: 'AAAA-BBBB',
  part: 1,
  isLast: true,
  digest: 'ab',
  madeAt: Date.UTC(2026, 10, 22, 14, 5),
  entries: 5,
  newEntries: 2,
  files: { count: 1, bytes: 12_000 },
};
const exportBundle = vi.fn<(order: object) => Promise<BundleFiles>>();
const checkBundle = vi.fn<(bytes: Uint8Array) => Promise<BundleChecked>>();
const openBundle = vi.fn<(bytes: Uint8Array) => Promise<BundleOpened>>();
let brought: readonly ChosenFile[] = [];

async function show(): Promise<void> {
  const browser = createBrowserBridge({ host: window, version: 'test' });
  const openSeveral = () => Promise.resolve(brought);
  const bridge: OutpostBridge = { ...browser, files: { ...browser.files, openSeveral } };
  const desk = new Desk();
  const status = { hubs: [{}], unsent: { entries: 0, bytes: 0 }, acknowledged: {}, devices: {} };
  const sync = {
    status,
    onStatus: () => () => undefined,
    receivers: () => Promise.resolve([receiver]),
    exportBundle,
    checkBundle,
    openBundle,
  };
  await showAtDesk(
    desk,
    desk.person('Analyst', 'analyst'),
    () => (
      <BridgeProvider bridge={bridge}>
        <BundleSection />
      </BridgeProvider>
    ),
    undefined,
    undefined,
    { sync },
  );
  await settle();
}

beforeEach(() => {
  exportBundle.mockReset().mockResolvedValue({
    files: [{ name: 'a-1.outpost-bundle', bytes: new Uint8Array(10) }],
    manifest: '',
    attachments: { count: 2, bytes: 300_000 },
    left: { count: 1, bytes: 90_000_000 },
  });
  brought = [{ name: 'part', bytes: new Uint8Array(1) }];
  checkBundle.mockReset().mockResolvedValue(checked);
  openBundle.mockReset().mockResolvedValue(opened);
});

test('SYN-324 attachments up to 10 MB go with a bundle unless somebody chooses otherwise, and it says how many', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Make bundle' }));
  await settle();
  expect(exportBundle).toHaveBeenCalledWith(expect.objectContaining({ largestFile: 10_000_000 }));
  expect(screen.getByText(/^One file to save/).textContent).toBe(
    'One file to save. It brings 2 attachments (300 kB). 1 attachment (90 MB) had no room in it and go with a later bundle.',
  );
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Attachments' }));
  fireEvent.click(within(screen.getByRole('listbox')).getByRole('option', { name: 'None' }));
  fireEvent.click(screen.getByRole('button', { name: 'Make bundle' }));
  await settle();
  expect(exportBundle).toHaveBeenLastCalledWith(expect.objectContaining({ largestFile: 0 }));
});

const group = () => screen.getByRole('group', { name: 'Open a bundle' });

async function press(name: string): Promise<void> {
  fireEvent.click(within(group()).getByRole('button', { name }));
  await settle();
}

test('SYN-324 an opened bundle says which attachments are complete, and nothing where it brought none', async () => {
  await show();
  const open = async () => {
    await press('Choose files');
    await press('Take in');
    return group().textContent;
  };
  expect(await open()).toContain('2 entries new here, 1 attachment (12 kB) complete.');
  openBundle.mockResolvedValue({ ...opened, files: none });
  expect(await open()).toContain('2 entries new here. SHA');
});

test('SYN-421 a file is shown before anything of it is taken in, and can be left', async () => {
  await show();
  await press('Choose files');
  const text = group().textContent;
  for (const part of [
    'Laptop B',
    'AAAA-BBBB',
    '1 and last',
    '22 Nov 2026',
    '5 entries, 2 new here',
    '1 attachment (12 kB)',
    'ab',
  ])
    expect(text).toContain(part);
  expect(openBundle).not.toHaveBeenCalled();
  await press('Leave it: part');
  expect(within(group()).queryByRole('listitem')).toBeNull();
  expect(within(group()).queryByRole('button', { name: 'Take in' })).toBeNull();
  expect(openBundle).not.toHaveBeenCalled();
});

test('SYN-422 several files at once: a bad one is told and stops no other, and parts go in by their order', async () => {
  brought = [
    { name: 'two', bytes: Uint8Array.of(2) },
    { name: 'bad', bytes: Uint8Array.of(9) },
    { name: 'unread', problem: problem('OUT-SHL-006', { path: 'unread', reason: 'gone' }) },
    { name: 'one', bytes: Uint8Array.of(1) },
  ];
  checkBundle.mockImplementation((bytes) =>
    bytes[0] === 9
      ? Promise.reject(new ProblemError(problem('OUT-SYN-070')))
      : Promise.resolve({ ...checked, part: bytes[0] ?? 0, isLast: bytes[0] === 2 }),
  );
  openBundle.mockRejectedValueOnce(new ProblemError(problem('OUT-SYN-056')));
  await show();
  await press('Choose files');
  expect(within(group()).getByRole('listitem', { name: 'bad' }).textContent).toContain('OUT-SYN-070');
  expect(within(group()).getByRole('listitem', { name: 'unread' }).textContent).toContain('OUT-SHL-006');
  await press('Take in 2 files');
  expect(openBundle.mock.calls.map(([bytes]) => bytes[0])).toEqual([1, 2]);
  expect(within(group()).getByRole('listitem', { name: 'one' }).textContent).toContain('OUT-SYN-056');
  expect(within(group()).getByRole('listitem', { name: 'two' }).textContent).toContain('2 entries new here');
});

test('SYN-423 a file that was opened before says so before it is taken in', async () => {
  checkBundle.mockResolvedValue({ ...checked, newEntries: 0, notice: problem('OUT-SYN-079', { part: 1 }) });
  await show();
  await press('Choose files');
  expect(group().textContent).toContain('opened here before');
});
