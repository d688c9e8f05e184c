import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { usePaperMarking } from '#renderer/session/shown-markings.ts';
import { MarkingBanner } from '#renderer/shell/MarkingBanner.tsx';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { ExportDialog } from './export/ExportDialog.tsx';
import { ListPage } from './list/ListPage.tsx';
import { RecordPage } from './page/RecordPage.tsx';
import { PrintListPage } from './print/PrintListPage.tsx';
import { PrintRecordPage } from './print/PrintRecordPage.tsx';

let desk: Desk;
let analyst: Actor;

const saved: { readonly name: string; readonly text: string }[] = [];

const browser = createBrowserBridge({ host: window, version: 'test' });
const bridge: OutpostBridge = {
  ...browser,
  files: {
    ...browser.files,
    saveAs: (name: string, bytes: Uint8Array) => {
      saved.push({ name, text: new TextDecoder().decode(bytes) });
      return Promise.resolve(name);
    },
  },
  print: { ...browser.print, print: () => Promise.resolve(true) },
};

beforeEach(() => {
  localStorage.clear();
  saved.length = 0;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  desk.put('unit', {
    name: 'Unit',
    shortName: 'U',
    zone: 'UTC',
    marking: 'CONFIDENTIAL',
    recordMarking: 'UNCLASSIFIED',
  });
});

const banner = () => screen.getByRole('region', { name: 'Marking, top' }).textContent;
const place = (name: string, marking?: string) =>
  desk.put('location', { name, ...(marking === undefined ? {} : { marking }) });

describe('the banner', () => {
  const show = (id: string) =>
    showAtDesk(desk, analyst, () => (
      <BridgeProvider bridge={bridge}>
        <MarkingBanner edge="top" />
        <RecordPage id={id} />
      </BridgeProvider>
    ));

  test('MRK-120 says the marking of the unit, as any of its records may come into view', async () => {
    await show(place('Camp', 'CUI'));
    expect(banner()).toBe('CONFIDENTIAL');
    expect(screen.getByTitle('Marking: CUI').textContent).toBe('CUI');
  });

  test('MRK-120 says what is shown where that is higher, such as a record from before the unit was lowered', async () => {
    await show(place('Camp', 'SECRET//NOFORN'));
    expect(banner()).toBe('SECRET//NOFORN');
  });

  test('MRK-120 knows the rows of a list', async () => {
    place('Camp', 'TOP SECRET');
    await showAtDesk(desk, analyst, () => (
      <>
        <MarkingBanner edge="top" />
        <ListPage type={desk.type('location')} />
      </>
    ));
    await waitFor(() => expect(banner()).toBe('TOP SECRET'));
  });
});

test('MRK-121 a row says its marking only where it differs from what records here carry', async () => {
  place('Bare');
  place('Usual', 'UNCLASSIFIED');
  place('Marked', 'CUI');
  await showAtDesk(desk, analyst, () => <ListPage type={desk.type('location')} />);
  const row = (name: string) => screen.getByText(name).closest<HTMLElement>('[role="row"]') ?? document.body;
  expect(within(row('Marked')).getByTitle('Marking: CUI')).toBeTruthy();
  expect(within(row('Bare')).queryByTitle(/^Marking/)).toBeNull();
  expect(within(row('Usual')).queryByTitle(/^Marking/)).toBeNull();
});

describe('MRK-122 printed sheets carry the highest of what stands on them', () => {
  function Paper() {
    return <p data-testid="paper">{usePaperMarking()}</p>;
  }
  const show = (Content: () => React.ReactNode) =>
    showAtDesk(desk, analyst, () => (
      <BridgeProvider bridge={bridge}>
        <Paper />
        <Content />
      </BridgeProvider>
    ));
  const paper = () => screen.getByTestId('paper').textContent;

  test('a record', async () => {
    const id = place('Camp', 'CUI');
    await show(() => <PrintRecordPage id={id} />);
    await waitFor(() => expect(paper()).toBe('CUI'));
  });

  test('a record that names another one, which is marked higher', async () => {
    const parent = place('Fortress', 'CONFIDENTIAL//NOFORN');
    const id = desk.put('location', { name: 'Camp', parent, marking: 'CUI' });
    await show(() => <PrintRecordPage id={id} />);
    await waitFor(() => expect(paper()).toBe('CONFIDENTIAL//NOFORN'));
  });

  test('a list, whose lines say what differs', async () => {
    place('Bare');
    place('Camp', 'CUI');
    await show(() => <PrintListPage type={desk.type('location')} />);
    await waitFor(() => expect(paper()).toBe('CUI'));
    expect(screen.getByRole('columnheader', { name: 'Marking' })).toBeTruthy();
  });
});

describe('an export', () => {
  async function exportPlaces(): Promise<void> {
    await showAtDesk(desk, analyst, () => (
      <BridgeProvider bridge={bridge}>
        <ExportDialog
          type={desk.type('location')}
          records={desk.all('location').map(({ id }) => id)}
          count={desk.all('location').length}
          shown={['number', 'name', 'parent']}
          onClose={() => undefined}
        />
      </BridgeProvider>
    ));
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Save file' }));
      await settle();
    });
  }

  test('MRK-123 of UNCLASSIFIED records is saved at once, its marking in its name and in each line', async () => {
    place('Camp');
    await exportPlaces();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/^Locations \S+ UNCLASSIFIED\.csv$/);
    const lines = saved[0]?.text.trim().split('\r\n') ?? [];
    expect([lines[0]?.endsWith(',Marking'), lines[1]?.endsWith(',UNCLASSIFIED')]).toEqual([true, true]);
  });

  test('MRK-124 above UNCLASSIFIED it asks first, naming the marking; records that are only named count', async () => {
    const parent = place('Fortress', 'CONFIDENTIAL');
    desk.put('location', { name: 'Camp', parent });
    await exportPlaces();
    const confirm = await screen.findByRole('button', { name: 'Save as CONFIDENTIAL' });
    expect(saved).toEqual([]);
    fireEvent.click(confirm);
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/ CONFIDENTIAL\.csv$/);
    expect(saved[0]?.text).toContain('CONFIDENTIAL');
  });
});
