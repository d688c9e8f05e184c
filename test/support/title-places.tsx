import type { ReactNode } from 'react';
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
import { NoticeTray } from '#renderer/shell/notices/NoticeTray.tsx';
import { ResultLine } from '#renderer/shell/search/ResultLine.tsx';
import { ConflictList } from '#renderer/sync/conflicts/ConflictList.tsx';
import { openConflicts, overtakenActs } from '#renderer/sync/conflicts/conflicts.ts';
import { OvertakenList } from '#renderer/sync/conflicts/OvertakenList.tsx';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldConflict, OvertakenAct } from '#shared/definition/record.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { monday, type Desk } from './desk.ts';

/** An incident that somebody at a desk looks at. */
export interface Looked {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly id: string;
  /** Another one, whose parent it is. */
  readonly child: string;
}

function Rows({ render }: { readonly render: (rows: ReturnType<typeof useQuery>['result']) => ReactNode }) {
  return render(useQuery({ type: 'incident', where: [] }, { offset: 0, limit: 5 }).result);
}

const conflict: FieldConflict = {
  field: 'impact',
  heads: [
    { ref: 'AAAAAAAAAAA:1', value: '1', at: monday, actor: 'Adams' },
    { ref: 'BBBBBBBBBBB:1', value: '2', at: monday, actor: 'Baker' },
  ],
};
const overtaken: OvertakenAct = {
  ref: 'AAAAAAAAAAA:2',
  action: 'assign',
  to: 'assigned',
  at: monday,
  actor: 'Adams',
  why: 'overtaken',
};
const noNoted = { has: () => false, toggle: () => undefined };
const nothing = { opened: [], resolved: [], reopened: [], missed: [] };
const report = ({ desk, id }: Looked) => ({
  ...nothing,
  type: desk.type('incident'),
  majors: [desk.view(id)],
  waiting: [desk.view(id)],
});

/** Everywhere a record shows by its title. */
export const titlePlaces: readonly (readonly [place: string, show: (looked: Looked) => ReactNode])[] = [
  ['the page of the record', (looked) => <RecordPage id={looked.id} />],
  ['a list', (looked) => <ListPage type={looked.desk.type('location')} />],
  ['the board', (looked) => <BoardPage type={looked.desk.type('incident')} />],
  ['a related list, and references to it', (looked) => <RecordPage id={looked.child} />],
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
    (looked) => (
      <Rows
        render={(result) => (
          <RecordLines
            label="x"
            type={looked.desk.type('incident')}
            rows={result?.rows}
            empty="None"
            end={() => null}
          />
        )}
      />
    ),
  ],
  [
    'the hand-over',
    (looked) => (
      <ItemTable
        id="x"
        title="Opened"
        atLabel="Opened"
        empty="None"
        items={[{ type: looked.desk.type('incident'), record: looked.desk.view(looked.id), at: monday }]}
      />
    ),
  ],
  ['the hand-over, waiting', (looked) => <WaitingSection reports={[report(looked)]} />],
  ['the hand-over, major incidents', (looked) => <MajorSection reports={[report(looked)]} />],
  ['the head of another record in a panel', (looked) => <RecordHead id={looked.id} />],
  ['the notices', () => <NoticeTray />],
  [
    'the conflicts inbox',
    (looked) => (
      <ConflictList
        conflicts={openConflicts(
          catalogue,
          [{ ...looked.desk.view(looked.id), conflicts: [conflict] }],
          looked.actor,
        )}
      />
    ),
  ],
  [
    'the overtaken actions',
    (looked) => (
      <OvertakenList
        noted={noNoted}
        overtaken={overtakenActs(catalogue, [{ ...looked.desk.view(looked.id), overtaken: [overtaken] }])}
      />
    ),
  ],
  ['a reference in a text', (looked) => <RecordLinks ids={[looked.id]} />],
];
