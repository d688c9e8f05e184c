import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { MarkingBanner } from '#renderer/shell/MarkingBanner.tsx';
import { addNotices, clearNotices } from '#renderer/shell/notices/notices-store.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { Desk, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { titlePlaces } from '#test/support/title-places.tsx';

const marking = 'SECRET//NOFORN';

let desk: Desk;
let analyst: Actor;
let id: string;
let child: string;

beforeEach(async () => {
  localStorage.clear();
  clearNotices();
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
  Element.prototype.scrollIntoView = () => undefined;
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst', 'majorIncidentManager');
  desk.put('unit', { name: 'Unit', zone: 'UTC', marking: 'CONFIDENTIAL', recordMarking: 'UNCLASSIFIED' });
  // As one was written before the unit was lowered, so that the banner has something to say.
  const fields = { title: 'Radio is out', requester: analyst.id, impact: '1', urgency: '1', path: 'normal' };
  id = desk.put('incident', { ...fields, marking });
  desk.put('location', { name: 'Fortress', marking });
  child = desk.put('incident', { ...fields, title: 'Child', parent: id });
  await settle();
});

afterEach(cleanup);

test.each(titlePlaces)(
  'MRK-121 %s says the marking of the record, and the banner knows of it',
  async (_name, show) => {
    addNotices([
      { key: 'k', kind: 'breach', title: 'Missed', body: 'Radio is out', marking, link: '/x', at: monday },
    ]);
    const bridge = createBrowserBridge({ host: window, version: 'test' });
    await showAtDesk(desk, analyst, () => (
      <BridgeProvider bridge={bridge}>
        <MarkingBanner edge="top" />
        <main>{show({ desk, actor: analyst, id, child })}</main>
      </BridgeProvider>
    ));
    await waitFor(() => expect(screen.getByRole('main').textContent).toContain(marking));
    expect(screen.getByRole('region', { name: 'Marking, top' }).textContent).toBe(marking);
  },
);
