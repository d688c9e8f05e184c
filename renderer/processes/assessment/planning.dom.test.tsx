import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { listOf, textOf } from '#shared/definition/record.ts';
import type { TableRow } from '#shared/definition/values.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { problem } from '#shared/kernel/errors.ts';
import { interviewEvidenceId } from '#shared/processes/improvement/interview-answers.ts';
import { day, Desk, hour } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { EvidencePage } from './evidence/EvidencePage.tsx';
import { InterviewPage } from './interview/InterviewPage.tsx';
import { PlanPage } from './plan/PlanPage.tsx';
import { QuickCreateContext } from '#renderer/record/form/quick-create.ts';

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
    class: '3',
    method: 'R1',
    leadAssessor: lead.id,
    assessors: [lead.id],
    from: '2026-11-02',
    until: '2026-11-03',
    scope: [{ process: 'IM', instance: '', target: 1 }],
  });
  address['id'] = id;
});

const add = vi.fn<(record: string, file: File) => Promise<unknown>>();
beforeEach(() => {
  add.mockReset().mockResolvedValue(ok({ record: 'r', number: 'EVD-1', entries: [] }));
});

function show(Page: () => React.ReactNode, person = lead) {
  const Content = () => (
    <QuickCreateContext value={{ open: () => Promise.resolve(undefined) }}>
      <Page />
    </QuickCreateContext>
  );
  return showAtDesk(desk, person, Content, undefined, undefined, { attachments: { add } });
}

const scopeNow = () =>
  (desk.view(id).fields['scope'] as readonly TableRow[]).map(
    ({ process, instance, target }) => `${String(process)} ${String(instance)} ${String(target)}`,
  );
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

test('ASM-202 all 27 processes are put in scope by five digits and the arrows, a whole domain at a time, and saved as one change', async () => {
  const { data } = await show(PlanPage);
  fireEvent.click(screen.getByRole('button', { name: 'Change scope' }));
  screen.getByRole('checkbox', { name: 'Service Strategy' }).focus();
  const rows = screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent ?? '');
  const domains = ['Service Strategy', 'Service Design', 'Service Transition', 'Service Operations'];
  let keys = 0;
  for (const [place, name] of rows.entries()) {
    if (domains.includes(name) || place === rows.length - 2) {
      key(name === 'Service Strategy' ? '2' : '3');
      keys += 1;
    }
    if (place < rows.length - 1) key('ArrowDown');
  }
  expect(keys).toBe(5);
  expect(screen.getByText('27 processes')).toBeTruthy();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true });
  await settle();
  expect(scopeNow()).toHaveLength(27);
  expect(scopeNow()[0]).toBe('SGM  2');
  expect(scopeNow().filter((line) => line.endsWith(' 2'))).toHaveLength(6);
  expect(data.commands).toHaveLength(1);
});

test('ASM-202 a process is taken out and its instances are named without the mouse', async () => {
  await show(PlanPage);
  fireEvent.click(screen.getByRole('button', { name: 'Change scope' }));
  screen.getByRole('checkbox', { name: 'RF Request Fulfillment' }).focus();
  key('3');
  await settle();
  screen.getByRole('checkbox', { name: 'RF Request Fulfillment' }).focus();
  key('Enter');
  expect(document.activeElement).toBe(
    screen.getByRole('textbox', { name: 'Instances of RF Request Fulfillment' }),
  );
  fireEvent.change(document.activeElement ?? document.body, { target: { value: 'Day shift, Night shift' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'IM Incident Management' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save scope' }));
  await settle();
  expect(scopeNow()).toEqual(['RF Day shift 3', 'RF Night shift 3']);
});

test('ASM-202 who may not lead it sees the scope and cannot change it', async () => {
  await show(PlanPage, desk.person('Silva, Marta', 'assessor'));
  expect(screen.getByRole('row', { name: /IM Incident Management 1 Performed As one/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Change scope' })).toBeNull();
});

test('ASM-206 the plan shows where the assessment stands, what the step lacks, and its sessions by day', async () => {
  const session = (name: string, from: number) =>
    desk.put('assessment-session', {
      assessment: id,
      name,
      kind: 'interview',
      from,
      until: from + 2 * hour,
      lead: lead.id,
      participants: [keeper.id],
    });
  session('Desk lead', desk.now + hour);
  session('Night shift', desk.now + 2 * hour);
  session('Too late', desk.now + 5 * day);
  await show(PlanPage);
  const step = screen.getByRole('listitem', { current: 'step' });
  expect(step.textContent).toContain('Allocating resources');
  expect(step.textContent).toContain('No sponsor is named.');
  expect(within(step).getByRole('button', { name: 'Resources allocated' })).toBeTruthy();
  expect(screen.getByText('5 things missing', { exact: false })).toBeTruthy();
  expect(screen.getByText('Monday, 02 Nov 2026, times in UTC')).toBeTruthy();
  const schedule = screen.getByRole('table', { name: 'Schedule' });
  expect(within(schedule).getByRole('row', { name: /09:00 – 11:00 Desk lead/ }).textContent).toContain(
    'Okafor, Daniel',
  );
});

test('ASM-211 a cell leads to its outcomes and records, and what is asked for from it carries its fields over', async () => {
  await show(EvidencePage);
  fireEvent.click(screen.getByRole('button', { name: 'IM PA 1.1: nothing yet, 0 of 6 outcomes, 0 pieces' }));
  const panel = screen.getByRole('region', { name: 'Evidence for IM PA 1.1' });
  fireEvent.click(within(panel).getByRole('button', { name: 'Ask for IM-O1' }));
  const dialog = screen.getByRole('dialog', { name: 'Ask for evidence: IM PA 1.1' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Note as needed' }));
  await settle();
  const [made] = desk.all('evidence');
  expect(made?.state).toBe('needed');
  expect(made?.fields).toMatchObject({
    assessment: id,
    kind: 'document',
    processes: ['IM'],
    attributes: ['1.1'],
    outcomes: ['IM-O1'],
    ask: 'Incident records with category',
  });
  expect(
    screen.getByRole('button', { name: 'IM PA 1.1: needed, not asked for, 0 of 6 outcomes, 1 piece' }),
  ).toBeTruthy();
});

test('ASM-212 open requests stand by person with a letter to each, and what is late says so', async () => {
  const ask = (name: string, dueOn: number) =>
    desk.put('evidence', { assessment: id, name, askedOf: keeper.id, dueOn, processes: ['IM'] }, undefined, [
      { action: 'request', inputs: {} },
    ]);
  ask('Shift book', desk.now - hour);
  ask('Targets', desk.now + day);
  await show(EvidencePage);
  const table = screen.getByRole('table', { name: 'Requests that are open' });
  expect(within(table).getByRole('row', { name: /Shift book/ }).textContent).toContain('Overdue');
  expect(within(table).getByRole('row', { name: /Targets/ }).textContent).not.toContain('Overdue');
  expect(within(table).getByRole('link', { name: 'Letter' }).getAttribute('href')).toBe(
    `/print/assessment/${id}/letter/${keeper.id}`,
  );
});

const drop = (files: readonly File[]) =>
  fireEvent.change(screen.getByLabelText('Files that become evidence'), { target: { files } });

test('ASM-213 a file becomes evidence to be judged, for the cell that is chosen', async () => {
  await show(EvidencePage);
  fireEvent.click(screen.getByRole('button', { name: /^IM PA 1\.1/ }));
  drop([new File(['photo'], 'board.jpg', { type: 'image/jpeg' })]);
  await settle();
  const [made] = desk.all('evidence');
  expect(made?.state).toBe('received');
  expect(made?.fields).toMatchObject({
    name: 'board.jpg',
    kind: 'file',
    processes: ['IM'],
    attributes: ['1.1'],
  });
  expect(add).toHaveBeenCalledWith(
    made?.id,
    expect.objectContaining({ name: 'board.jpg' }),
    expect.anything(),
  );
});

test('ASM-213 a file that does not fit is refused with the reason, and makes no record', async () => {
  await show(EvidencePage);
  const large = new File([''], 'film.mp4');
  Object.defineProperty(large, 'size', { value: 100_000_001 });
  drop([large]);
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('OUT-ATT-002');
  expect(desk.all('evidence')).toEqual([]);
  expect(add).not.toHaveBeenCalled();
});

test('ASM-213 where the content cannot be kept, the reason is told and the record says it was not received', async () => {
  add.mockResolvedValue(err([problem('OUT-ATT-006')]));
  await show(EvidencePage);
  drop([new File(['x'], 'board.jpg')]);
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('OUT-ATT-006');
  expect(desk.all('evidence').map(({ state }) => state)).toEqual(['needed']);
});

test('ASM-213 what is dropped or pasted on the plan becomes evidence, for no cell yet', async () => {
  await show(PlanPage);
  const transfer = (name: string) => ({ types: ['Files'], files: [new File(['x'], name)] });
  fireEvent.drop(screen.getByRole('heading', { level: 1 }), { dataTransfer: transfer('dropped.txt') });
  await settle();
  fireEvent.paste(document.body, { clipboardData: transfer('pasted.txt') });
  await settle();
  const made = desk
    .all('evidence')
    .map((one) => [textOf(one, 'name'), one.state, ...listOf(one, 'processes')]);
  expect(made).toEqual([
    ['dropped.txt', 'received'],
    ['pasted.txt', 'received'],
  ]);
});

test('ASM-221 an answer that was judged does not change any more', async () => {
  const session = desk.put('assessment-session', { assessment: id, name: 'Desk lead', kind: 'interview' });
  address['session'] = session;
  desk.put(
    'evidence',
    { assessment: id, content: 'All is logged.' },
    interviewEvidenceId(session, 'IM', 'IM-O1'),
    [
      { action: 'receive', inputs: {} },
      { action: 'validate', inputs: {} },
    ],
  );
  await show(InterviewPage);
  const text = (code: string) =>
    screen.getByRole<HTMLTextAreaElement>('textbox', { name: `Answer to ${code}` });
  expect(text('IM-O1').value).toBe('All is logged.');
  expect(text('IM-O1').readOnly).toBe(true);
  expect(text('IM-O2').readOnly).toBe(false);
});

test('ASM-221 answers become evidence of their outcomes in one save; saved again, they change the same evidence', async () => {
  address['session'] = desk.put('assessment-session', {
    assessment: id,
    name: 'Desk lead',
    kind: 'interview',
    from: desk.now,
    until: desk.now + hour,
    processes: ['IM'],
    lead: lead.id,
    participants: [keeper.id],
  });
  await show(InterviewPage);
  const answer = (code: string, text: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: `Answer to ${code}` }), { target: { value: text } });
  answer('IM-O1', 'All is logged.');
  answer('IM-O2', 'By impact and urgency.');
  fireEvent.click(screen.getByRole('button', { name: 'Save 2 answers as evidence' }));
  await waitFor(() => expect(desk.all('evidence')).toHaveLength(2));
  await settle();
  const said = () => desk.all('evidence').map(({ state, fields }) => [state, fields['content']]);
  expect(said()).toEqual([
    ['received', 'All is logged.'],
    ['received', 'By impact and urgency.'],
  ]);
  expect(desk.all('evidence')[0]?.fields).toMatchObject({
    kind: 'interview',
    session: address['session'],
    processes: ['IM'],
    attributes: ['1.1'],
    outcomes: ['IM-O1'],
    interviewer: lead.id,
    interviewed: [keeper.id],
    heldAt: desk.now,
  });
  answer('IM-O1', 'All is logged, also calls.');
  fireEvent.click(screen.getByRole('button', { name: 'Save 1 answer as evidence' }));
  await settle();
  expect(said()[0]).toEqual(['received', 'All is logged, also calls.']);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'All answers are saved' }).disabled).toBe(
    true,
  );
});
