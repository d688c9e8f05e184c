import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { interviewEvidenceId } from '#shared/processes/improvement/interview-answers.ts';
import { day, Desk, hour } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { LetterPage } from './print/LetterPage.tsx';
import { PrintInterviewPage } from './print/PrintInterviewPage.tsx';
import { PrintPartPage } from './print/PrintPartPage.tsx';

const address: Record<string, string> = {};
vi.mock('#renderer/session/address.ts', () => ({ useAddressPart: (name: string) => address[name] }));

let desk: Desk;
let lead: Actor;
let keeper: Actor;
let id: string;

beforeEach(() => {
  desk = Desk.seeded();
  lead = desk.person('Reyes, Ana', 'assessor');
  keeper = desk.person('Okafor, Daniel', 'analyst');
  id = desk.put('assessment', {
    name: 'Before the rotation',
    purpose: 'To know where to improve.',
    plan: 'Two days.',
    collection: 'Records first.',
    class: '1',
    method: 'R1',
    leadAssessor: lead.id,
    assessors: [lead.id],
    scope: [{ process: 'IM', instance: '', target: 1 }],
  });
  address['id'] = id;
});

function show(Page: () => React.ReactNode, part = '') {
  address['part'] = part;
  const bridge = createBrowserBridge({ host: window, version: 'test' });
  const Content = () => (
    <BridgeProvider bridge={bridge}>
      <Page />
    </BridgeProvider>
  );
  return showAtDesk(desk, lead, Content);
}

function evidence(name: string, fields: FieldValues = {}): Promise<string> {
  return desk.create(lead, 'evidence', {
    name,
    assessment: id,
    processes: ['IM'],
    outcomes: ['IM-O1'],
    ...fields,
  });
}

test('ASM-207 the plan on paper holds purpose, scope, schedule and what it lacks', async () => {
  await desk.create(lead, 'assessment-session', {
    name: 'Desk lead',
    assessment: id,
    from: desk.now + hour,
    until: desk.now + 2 * hour,
    lead: lead.id,
    participants: [keeper.id],
  });
  await show(PrintPartPage, 'plan');
  const sheet =
    screen.getByText('To know where to improve.').closest('div')?.parentElement?.textContent ?? '';
  for (const part of ['IM Incident Management', '1 Performed', 'Desk lead', 'Okafor, Daniel', 'Two days.'])
    expect(sheet).toContain(part);
  expect(sheet).toContain('IM has 1 instance; class 1 asks for at least 4');
});

test('ASM-214 the data collection on paper holds the strategy, each request and what came of it', async () => {
  const asked = await evidence('Shift book', { ask: 'Two weeks of it.' });
  await desk.act(lead, asked, 'request', { askedOf: keeper.id, dueOn: desk.now + day });
  desk.now += hour;
  await desk.act(lead, asked, 'receive', { source: 'Shelter 2' });
  await evidence('Not asked for yet');
  await show(PrintPartPage, 'collection');
  expect(screen.getByText('Records first.')).toBeTruthy();
  const row = within(screen.getByRole('table', { name: 'Requests' })).getAllByRole('row')[1]?.textContent;
  for (const part of [
    'Shift book',
    'Two weeks of it.',
    'Okafor, Daniel',
    'Asked 02 Nov 2026, 08:00',
    'Due 03 Nov',
    'Received 02 Nov 2026, 09:00',
    'Received',
  ])
    expect(row).toContain(part);
  expect(within(screen.getByRole('table', { name: 'Requests' })).getAllByRole('row')).toHaveLength(2);
  expect(within(screen.getByRole('table', { name: 'All evidence' })).getAllByRole('row')).toHaveLength(3);
  expect(screen.getByText('IM PA 1.1: to be judged, 0 of 6 outcomes, 2 pieces')).toBeTruthy();
});

test('ASM-215 the data validation on paper says of every piece what it is worth, by whom, when and why', async () => {
  const good = await evidence('List of incidents');
  await desk.act(lead, good, 'receive');
  await desk.act(lead, good, 'validate', { verdict: 'Ten drawn at random.' });
  const bad = await evidence('Shift book');
  await desk.act(lead, bad, 'receive');
  await desk.act(lead, bad, 'doubt', { verdict: 'Four nights are missing.' });
  await evidence('Targets');
  await show(PrintPartPage, 'validation');
  expect(
    screen.getByText(/2 of 3 pieces of evidence were judged. Unreliable or not to be had: 1\./),
  ).toBeTruthy();
  const rowOf = (table: string) =>
    within(screen.getByRole('table', { name: table })).getAllByRole('row')[1]?.textContent;
  expect(rowOf('Unreliable or not to be had')).toMatch(
    /Shift book.*Unreliable.*Four nights are missing\..*Reyes, Ana.*02 Nov 2026/,
  );
  expect(rowOf('Objective')).toMatch(/List of incidents.*Ten drawn at random\..*Reyes, Ana/);
  expect(rowOf('Not judged yet')).toContain('Targets');
});

test('ASM-212 the letter names what one person still owes, and nothing else', async () => {
  const asked = await evidence('Shift book', { ask: 'Two weeks of it.' });
  await desk.act(lead, asked, 'request', { askedOf: keeper.id });
  const came = await evidence('List of incidents');
  await desk.act(lead, came, 'request', { askedOf: keeper.id });
  await desk.act(lead, came, 'receive');
  const other = await evidence('Targets');
  await desk.act(lead, other, 'request', { askedOf: lead.id });
  address['person'] = keeper.id;
  await show(LetterPage);
  const rows = within(screen.getByRole('table', { name: 'What we ask for' })).getAllByRole('row');
  expect(rows).toHaveLength(2);
  expect(rows[1]?.textContent).toMatch(/Shift book.*Two weeks of it\..*IM.*As soon as you can/);
});

test('ASM-222 the interview sheet on paper has every question, what was said, and lines where nothing was', async () => {
  const session = await desk.create(lead, 'assessment-session', {
    name: 'Desk lead',
    assessment: id,
    kind: 'interview',
    from: desk.now,
    until: desk.now + hour,
  });
  desk.put(
    'evidence',
    { assessment: id, content: 'All is logged.' },
    interviewEvidenceId(session, 'IM', 'IM-O1'),
  );
  address['session'] = session;
  await show(PrintInterviewPage);
  const questions = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(questions).toHaveLength(6);
  expect(questions[0]).toMatch(/^IM-O1 How do you see to it.*Let yourself be shown: .*All is logged\.$/);
  expect(questions[1]).not.toContain('All is logged.');
});
