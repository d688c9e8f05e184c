import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { useRecord } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { putAssessment } from '#test/support/assessments.ts';
import { Desk } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { useItemSource } from '../use-item-source.ts';
import { useResult, type AssessmentResult } from '../use-result.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { GapList } from './GapList.tsx';
import { HeatMap } from './HeatMap.tsx';
import { ProfileChart } from './ProfileChart.tsx';
import { ProvisionalNotice } from './ProvisionalNotice.tsx';
import { ResultTabs } from './ResultTabs.tsx';
import { Swot } from './Swot.tsx';
import { useCanAdd } from './use-can-add.ts';

let desk: Desk;
let assessor: Actor;
let before: string;
let id: string;

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  assessor = desk.person('Reyes, Ana', 'assessor');
  before = putAssessment(desk, { IM: 'F P P', PM: 'L P P' });
  id = putAssessment(
    desk,
    { IM: 'F L L', PM: 'F ? P', RF: 'F ? ?', KM: 'P', CfM: 'L P P N N' },
    { previous: before },
    'consensus',
  );
});

type Part = (assessment: RecordView, result: AssessmentResult) => ReactNode;

function Shown({ part }: { readonly part: Part }) {
  const { record } = useRecord(id);
  return record ? <Read assessment={record} part={part} /> : null;
}

function Read({ assessment, part }: { readonly assessment: RecordView; readonly part: Part }) {
  const result = useResult(assessment, useItemSource());
  return result ? part(assessment, result) : null;
}

const show = (part: Part) => showAtDesk(desk, assessor, () => <Shown part={part} />);

const rowTexts = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

/** Where a link leads, with its search part as plain text. */
const hrefOf = (name: string | RegExp) =>
  decodeURIComponent(screen.getByRole('link', { name }).getAttribute('href') ?? '');

describe('ASM-320 the capability profile', () => {
  beforeEach(() =>
    show((assessment, { profile, changes }) => (
      <ProfileChart assessment={assessment.id} profile={profile} changes={changes} />
    )),
  );

  test('has a row for each process, by domain, with level, target, change and every attribute', () => {
    expect(
      screen.getByRole('figure', { name: /^Which capability level does each process reach\?/ }),
    ).toBeTruthy();
    expect(rowTexts('Capability profile')).toEqual([
      'Service Transition',
      'CfM Configuration Management1 of 3 Performed? not in scope thenLPPNN',
      'KM Knowledge Management0 of 1 Incomplete? not in scope thenP',
      'Service Operations',
      'IM Incident Management2 of 2 Managed▲ up 1FLL',
      'PM Problem Management1 of 2 Performed= sameF?P',
      'RF Request Fulfillment≥ 1 of 2 Performed? not in scope thenF??',
    ]);
  });

  test('each figure leads to the workbook at its process and attribute', () => {
    const href = hrefOf('PM, PA 2.2 Documented information management: P, partially achieved');
    expect(href).toContain(`/assessment/${id}?`);
    expect(href).toContain('process=PM');
    expect(href).toContain('attribute="2.2"');
    expect(hrefOf('IM')).toContain('process=IM');
  });
});

test('ASM-325 the view of a result stands in its address', async () => {
  const { address } = await show((assessment, result) => (
    <ResultTabs assessment={assessment} result={result} />
  ));
  expect(screen.getByRole('tabpanel', { name: 'Profile' })).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('tab', { name: /^Gap to target/ }));
  expect(address()).toBe(`/assessment/${id}/result?view=gap`);
});

test('ASM-321 a result that is not reported says so, and how much is agreed on', async () => {
  await show((assessment, { progress }) => <ProvisionalNotice assessment={assessment} progress={progress} />);
  // 3 + 3 + 3 + 1 + 5 lines, three of them not rated.
  expect(screen.getByRole('note').textContent).toBe(
    'Provisional: 12 of 15 lines are agreed on. Levels may change until the report is closed.',
  );
});

test('ASM-321 a reported one says nothing', async () => {
  id = before;
  await show((assessment, { progress }) => <ProvisionalNotice assessment={assessment} progress={progress} />);
  expect(screen.queryByRole('note')).toBeNull();
});

test('ASM-322 gaps stand by their size, with what stops the next level, what the target asks, and what was found', async () => {
  desk.put('finding', { name: 'Items have no owner', assessment: id, kind: 'weakness', process: 'CfM' });
  desk.put('recommendation', { name: 'Name owners', assessment: id, process: 'CfM' });
  await show((assessment, result) => <GapList assessment={assessment.id} result={result} />);
  const rows = rowTexts('Gaps to the target, the widest first');
  expect(rows.map((text) => text.split(' ')[0])).toEqual(['CfM1', 'KM0', 'PM1', 'RF≥']);
  expect(rows[0]).toContain('2 levels');
  expect(rows[0]).toContain('Level 1, Performed: PA 1.1 is L, and any higher level asks for F.');
  expect(rows[0]).toContain('PA 1.1 is L, needs FPA 2.1 is P, needs L or FPA 2.2 is P, needs L or F');
  expect(rows[0]).toContain('PA 2.1 is P, needs FPA 2.2 is P, needs FPA 3.1 is N, needs L or F');
  expect(rows[0]).toContain('Weakness: Items have no ownerRecommendation: Name owners');
  expect(rows[3]).toContain('PA 2.1 not rated, needs L or F');
  expect(screen.getByText('At their target: IM.')).toBeTruthy();
});

test('ASM-323 the heat map says each rating by its letter; what is not in scope says so', async () => {
  await show((assessment, { profile }) => <HeatMap assessment={assessment.id} profile={profile} />);
  const table = within(screen.getByRole('table', { name: 'Ratings by process and attribute' }));
  const row = within(table.getByRole('row', { name: /^PM / }));
  expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['1 of 2', 'F', '?', 'P', '', '']);
  expect(row.getAllByRole('cell', { name: 'Not in scope' })).toHaveLength(2);
  // The highest target is 3: nothing above was in scope of any process.
  expect(table.queryByRole('columnheader', { name: /^4\.1/ })).toBeNull();
});

function CanAdd({ assessment }: { readonly assessment: RecordView }) {
  return useCanAdd(assessment) ? 'yes' : 'no';
}

describe('ASM-324 findings in four quarters', () => {
  const quarter = (name: string) => within(screen.getByRole('region', { name }));

  test('by process, with their evidence; an empty quarter says what to look for', async () => {
    const evidence = desk.put('evidence', { name: 'Watch log', assessment: id });
    desk.put('finding', {
      name: 'Nothing is forgotten',
      assessment: id,
      kind: 'strength',
      process: 'IM',
      evidence: [evidence],
    });
    desk.put('finding', { name: 'Rotation', assessment: id, kind: 'threat' });
    await show((assessment, { findings }) => <Swot assessment={assessment.id} findings={findings} canAdd />);
    expect(quarter('Strengths').getByRole('heading', { name: 'IM' })).toBeTruthy();
    expect(quarter('Strengths').getByRole('link', { name: 'Watch log' })).toBeTruthy();
    expect(quarter('Threats').getByText('No evidence named')).toBeTruthy();
    expect(quarter('Weaknesses').getByText(/^What stops the next level\?/)).toBeTruthy();
  });

  test.each<[string, 'assessor' | 'analyst', boolean, string]>([
    ['an assessor, while it is under way', 'assessor', false, 'yes'],
    ['an analyst has no such right', 'analyst', false, 'no'],
    ['nobody, once it is reported', 'assessor', true, 'no'],
  ])('are added by %s', async (_who, role, isReported, expected) => {
    if (isReported) id = before;
    assessor = desk.person('Somebody', role);
    await show((assessment) => <CanAdd assessment={assessment} />);
    expect(screen.getByText(expected)).toBeTruthy();
  });

  test('the link to a new one carries both', async () => {
    await show((assessment, { findings }) => <Swot assessment={assessment.id} findings={findings} canAdd />);
    const href = hrefOf('Add opportunity');
    expect(href).toContain('/new/finding?');
    expect(href).toContain(`"assessment":"${id}"`);
    expect(href).toContain('"kind":"opportunity"');
  });

  test('on paper nothing is offered', async () => {
    await show((assessment, { findings }) => <Swot assessment={assessment.id} findings={findings} />);
    expect(screen.queryByRole('link', { name: 'Add strength' })).toBeNull();
    expect(screen.getAllByText('None was noted.')).toHaveLength(4);
  });
});
