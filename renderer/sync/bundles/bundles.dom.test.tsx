import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import type { BundleFiles, BundleOpened, BundleReceiver } from '#renderer/data/data.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
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
const exportBundle = vi.fn<(order: object) => Promise<BundleFiles>>();
const openBundle = vi.fn<() => Promise<BundleOpened>>();

async function show(): Promise<void> {
  const browser = createBrowserBridge({ host: window, version: 'test' });
  const open = () => Promise.resolve({ name: 'part', bytes: new Uint8Array(1) });
  const bridge: OutpostBridge = { ...browser, files: { ...browser.files, open } };
  const desk = new Desk();
  const status = { hubs: [{}], unsent: { entries: 0, bytes: 0 }, acknowledged: {}, devices: {} };
  const sync = {
    status,
    onStatus: () => () => undefined,
    receivers: () => Promise.resolve([receiver]),
    exportBundle,
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

test('SYN-324 an opened bundle says which attachments are complete, and nothing where it brought none', async () => {
  await show();
  const open = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Open bundle' }));
    await settle();
    return screen.getByRole('group', { name: 'Open a bundle' }).textContent;
  };
  expect(await open()).toContain('2 entries new here, 1 attachment (12 kB) complete.');
  openBundle.mockResolvedValue({ ...opened, files: none });
  expect(await open()).toContain('2 entries new here. SHA');
});
