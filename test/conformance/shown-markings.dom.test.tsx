import { cleanup, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { useQuery } from '#renderer/data/data.ts';
import { RecordLines } from '#renderer/processes/desk/RecordLines.tsx';
import { ItemTable } from '#renderer/processes/handover/ItemTable.tsx';
import { MajorSection } from '#renderer/processes/handover/MajorSection.tsx';
import { WaitingSection } from '#renderer/processes/handover/WaitingSection.tsx';
import { RecordHead } from '#renderer/processes/support/RecordHead.tsx';
import { BoardPage } from '#renderer/record/board/BoardPage.tsx';
import { RecordLinks } from '#renderer/record/fields/FieldDisplay.tsx';
import { ListPage } from '#renderer/record/list/ListPage.tsx';
import { RecordPage } from '#renderer/record/page/RecordPage.tsx';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { MarkingBanner } from '#renderer/shell/MarkingBanner.tsx';
import { addNotices, clearNotices } from '#renderer/shell/notices/notices-store.ts';
import { NoticeTray } from '#renderer/shell/notices/NoticeTray.tsx';
import { ResultLine } from '#renderer/shell/search/ResultLine.tsx';
import { ConflictList } from '#renderer/sync/conflicts/ConflictList.tsx';
import { openConflicts, overtakenActs } from '#renderer/sync/conflicts/conflicts.ts';
import { OvertakenList } from '#renderer/sync/conflicts/OvertakenList.tsx';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { Desk, monday } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { typeNamed } from './world.ts';

const marking = 'SECRET//NOFORN';
const incident = typeNamed('incident');

let desk: Desk;
let analyst: Actor;
let id: string;

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
  await settle();
});

afterEach(cleanup);

const record = (): RecordView => desk.view(id);

function Rows({ render }: { readonly render: (rows: ReturnType<typeof useQuery>['result']) => ReactNode }) {
  return render(useQuery({ type: 'incident', where: [] }, { offset: 0, limit: 5 }).result);
}

const conflict = {
  field: 'impact',
  heads: [
    { ref: 'AAAAAAAAAAA:1', value: '1', at: monday, actor: 'Adams' },
    { ref: 'BBBBBBBBBBB:1', value: '2', at: monday, actor: 'Baker' },
  ],
};
const overtaken = {
  ref: 'AAAAAAAAAAA:2',
  action: 'assign',
  at: monday,
  actor: 'Adams',
  why: 'overtaken',
} as const;
const noNoted = { has: () => false, toggle: () => undefined };
const nothing = { opened: [], resolved: [], reopened: [], missed: [] };
const report = () => ({ ...nothing, type: incident, majors: [record()], waiting: [record()] });

const places: readonly (readonly [place: string, () => ReactNode])[] = [
  ['the page of the record', () => <RecordPage id={id} />],
  ['a list', () => <ListPage type={typeNamed('location')} />],
  ['the board', () => <BoardPage type={incident} />],
  [
    'a related list, and references to it',
    () => <RecordPage id={desk.put('incident', { title: 'Child', parent: id, requester: analyst.id })} />,
  ],
  [
    'search results and the palette',
    () => (
      <Rows
        render={(result) =>
          result?.rows.map((row) => <ResultLine key={row.id} row={row} words={[]} now={monday} />)
        }
      />
    ),
  ],
  [
    'the desk',
    () => (
      <Rows
        render={(result) => (
          <RecordLines label="x" type={incident} rows={result?.rows} empty="None" end={() => null} />
        )}
      />
    ),
  ],
  [
    'the hand-over',
    () => (
      <ItemTable
        id="x"
        title="Opened"
        atLabel="Opened"
        empty="None"
        items={[{ type: incident, record: record(), at: monday }]}
      />
    ),
  ],
  ['the hand-over, waiting', () => <WaitingSection reports={[report()]} />],
  ['the hand-over, major incidents', () => <MajorSection reports={[report()]} />],
  ['the head of another record in a panel', () => <RecordHead id={id} />],
  ['the notices', () => <NoticeTray />],
  [
    'the conflicts inbox',
    () => (
      <ConflictList conflicts={openConflicts(catalogue, [{ ...record(), conflicts: [conflict] }], analyst)} />
    ),
  ],
  [
    'the overtaken actions',
    () => (
      <OvertakenList
        noted={noNoted}
        overtaken={overtakenActs(catalogue, [{ ...record(), overtaken: [overtaken] }])}
      />
    ),
  ],
  ['a reference in a text', () => <RecordLinks ids={[id]} />],
];

test.each(places)(
  'MRK-121 %s says the marking of the record, and the banner knows of it',
  async (_name, Place) => {
    addNotices([
      { key: 'k', kind: 'breach', title: 'Missed', body: 'Radio is out', marking, link: '/x', at: monday },
    ]);
    const bridge = createBrowserBridge({ host: window, version: 'test' });
    await showAtDesk(desk, analyst, () => (
      <BridgeProvider bridge={bridge}>
        <MarkingBanner edge="top" />
        <main>
          <Place />
        </main>
      </BridgeProvider>
    ));
    await waitFor(() => expect(screen.getByRole('main').textContent).toContain(marking));
    expect(screen.getByRole('region', { name: 'Marking, top' }).textContent).toBe(marking);
  },
);
