import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { day, Desk } from '#test/support/desk.ts';
import { progressOf } from './conformance-plan.ts';
import { changesOf, isFlagged, registerOf, type RegisterRow } from './conformance-register.ts';
import { cellOfService, cycleId, draftFields, statementId } from './conformance-year.ts';

let desk: Desk;
let writer: Actor;
let owner: Actor;
let mail: string;
let radio: string;

const today = '2026-11-02';
const leave = { name: 'Leave', reason: 'Old machines', until: '2026-12-31' };
const approval = {
  authorityKind: 'dodCio',
  authority: 'Office of the CIO',
  approvedOn: '2026-10-01',
  until: '2026-12-31',
  decision: 'Letter 7',
};

beforeEach(() => {
  desk = Desk.seeded();
  writer = desk.person('Writer', 'analyst');
  owner = desk.person('Owner', 'processOwner', 'administrator');
  mail = service('Mail', { conformanceKind: 'enterprise', conformancePhase: '2' });
  radio = service('Radio', { conformanceKind: 'component', conformancePhase: '1' });
});

function service(name: string, fields: FieldValues): string {
  return desk.put('service', { name, ...fields }, undefined, [{ action: 'offer', inputs: {} }]);
}

function rows(year = 2026, on = today): readonly RegisterRow[] {
  return registerOf(
    {
      services: desk.all('service'),
      statements: desk.all('conformance-statement'),
      exceptions: desk.all('conformance-exception'),
      today: on,
    },
    year,
  );
}

const rowOf = (name: string, year?: number, on?: string) =>
  rows(year, on).find((row) => row.service.fields['name'] === name);

const state = (fields: FieldValues) =>
  desk.create(writer, 'conformance-statement', {
    name: 'Mail 2026',
    service: mail,
    year: 2026,
    kind: 'enterprise',
    phase: '2',
    ...fields,
  });

async function refusal(actor: Actor, type: string, fields: FieldValues): Promise<string> {
  const problems = await desk.try(actor, { kind: 'create', type, fields });
  return problems.map(({ code, message }) => `${code} ${message}`).join('\n');
}

async function approved(of = mail, inputs: FieldValues = {}): Promise<string> {
  const id = await desk.create(writer, 'conformance-exception', { ...leave, service: of });
  await desk.act(owner, id, 'approve', { ...approval, ...inputs });
  return id;
}

const whole = {
  verdict: 'departs',
  levelDescription: 'Half of it.',
  recommendation: 'A shorter form.',
  agreement: true,
};

describe('statements', () => {
  test('CNF-109 a service is stated once a year, and the refusal names the other', async () => {
    const first = desk.view(await state({}));
    const said = await refusal(writer, 'conformance-statement', {
      name: 'Again',
      service: mail,
      year: 2026,
      kind: 'enterprise',
      phase: '2',
    });
    expect(said).toBe(`OUT-VAL-012 Service and year “2026” is already used by ${first.number}.`);
    await desk.act(owner, first.id, 'supersede');
    await state({ name: 'Again' });
  });

  test('CNF-110 two that were made apart from each other are both kept, and none is submitted until one is superseded', async () => {
    const first = await state({ verdict: 'conforms' });
    const second = desk.put('conformance-statement', desk.view(first).fields);
    expect(rowOf('Mail')).toMatchObject({ next: 'settle', twins: [{ id: second }] });
    expect(await desk.refusal(writer, first, 'submit')).toContain(
      'states the same service for the same year',
    );
    await desk.act(owner, second, 'supersede');
    await desk.act(writer, first, 'submit');
    expect(rowOf('Mail')).toMatchObject({ next: 'accept', twins: [] });
  });

  test('CNF-111 an exception of another service is refused, in a draft too', async () => {
    const exception = await approved(radio);
    const said = await refusal(writer, 'conformance-statement', {
      name: 'Mail 2026',
      service: mail,
      year: 2026,
      kind: 'enterprise',
      phase: '2',
      verdict: 'departs',
      exception,
    });
    expect(said).toContain('it was given for another service');
  });

  test('CNF-112 an exception must be approved by whom the cell asks for', async () => {
    const exception = await approved(mail, { authorityKind: 'component' });
    const id = await state({ ...whole, exception });
    expect(await desk.refusal(writer, id, 'submit')).toContain('need the approval of the DoD CIO');
    const single = await desk.create(writer, 'conformance-statement', {
      name: 'Radio 2026',
      service: radio,
      year: 2026,
      kind: 'component',
      phase: '3',
      ...whole,
      exception: await approved(radio, { authorityKind: 'component' }),
    });
    await desk.act(writer, single, 'submit');
  });

  test('CNF-113 whoever submitted a statement does not accept it; whoever opened the year may', async () => {
    const id = await desk.create(owner, 'conformance-statement', {
      name: 'Mail 2026',
      service: mail,
      year: 2026,
      kind: 'enterprise',
      phase: '1',
    });
    await desk.act(owner, id, 'submit', { verdict: 'conforms' });
    expect(await desk.refusal(owner, id, 'accept')).toContain('submitted it');
    const other = desk.person('Other owner', 'processOwner');
    expect((await desk.act(other, id, 'accept')).state).toBe('accepted');
  });

  test('CNF-114 a figure says how it was made', async () => {
    const assessment = desk.put('assessment', { name: 'Look' });
    const measured = {
      phase: '3',
      managementCapability: assessment,
      measuresJudged: 'Good.',
      serviceQuality: 90,
    };
    const id = await state(measured);
    const say = () => desk.refusal(writer, id, 'submit');
    expect(await say()).toContain('a figure says where it comes from');
    await desk.edit(writer, id, { qualityBasis: 'entered' });
    expect(await say()).toContain('an entered figure names its source');
    await desk.edit(writer, id, { qualityBasis: 'records' });
    expect(await say()).toContain('a figure from records says from how many');
    await desk.edit(writer, id, { qualityMet: 8, qualityJudged: 9 });
    expect(await say()).toContain('8 of 9 are 88.9 %');
    await desk.edit(writer, id, { serviceQuality: 88.9 });
    expect(await say()).toContain('is not reported yet');
  });

  test('CNF-115 what a service relies on is named by codes of the framework', async () => {
    const id = await state({ phase: '3' });
    const problems = await desk.try(writer, {
      kind: 'edit',
      record: id,
      fields: { processes: ['IM', 'Nonsense'] },
    });
    expect(problems[0]?.message).toContain('Nonsense is no process of the framework');
  });
});

describe('exceptions', () => {
  test('CNF-116 one that would end before it was approved is refused', async () => {
    const id = await desk.create(writer, 'conformance-exception', { ...leave, service: mail });
    const said = await desk.refusal(owner, id, 'approve', { ...approval, approvedOn: '2027-01-01' });
    expect(said).toContain('it would end before it was approved (2027-01-01)');
  });

  test('CNF-117 whoever asked for it neither approves it nor moves its end afterwards', async () => {
    const id = await desk.create(owner, 'conformance-exception', { ...leave, service: mail });
    expect(await desk.refusal(owner, id, 'approve', approval)).toContain('asked for it');
    const other = desk.person('Other owner', 'processOwner');
    await desk.act(other, id, 'approve', approval);
    const edit = { kind: 'edit', record: id, fields: { until: '2028-01-01' } } as const;
    expect((await desk.try(owner, edit))[0]?.code).toBe('OUT-PER-001');
    expect((await desk.try(writer, edit))[0]?.code).toBe('OUT-PER-001');
    expect(await desk.try(other, edit)).toEqual([]);
  });

  test('CNF-118 it ends by its day, with nothing written, and the statement that rests on it is told', async () => {
    const exception = await approved();
    const id = await state({ ...whole, exception });
    await desk.act(writer, id, 'submit');
    await desk.act(owner, id, 'accept');
    const entries = desk.entries.length;
    expect(rowOf('Mail')).toMatchObject({ next: 'renew', exception: { standing: 'endsSoon' } });
    expect(rowOf('Mail', 2026, '2027-01-05')).toMatchObject({
      next: 'renew',
      exception: { standing: 'endsSoon' },
    });
    expect(desk.derived(exception)['endsAt']).toBe(Date.UTC(2027, 0, 1));
    await desk.act(owner, exception, 'end');
    expect(rowOf('Mail')).toMatchObject({ next: 'renew', exception: { standing: 'ended' } });
    expect(desk.entries.length).toBe(entries + 1);
  });

  test('CNF-118 ended in its own year by its day alone', async () => {
    const id = await state({ ...whole, exception: await approved(mail, { until: '2026-11-30' }) });
    await desk.act(writer, id, 'submit');
    expect(rowOf('Mail', 2026, '2026-11-30')?.exception?.standing).toBe('endsSoon');
    const after = rowOf('Mail', 2026, '2026-12-01');
    expect(after).toMatchObject({ next: 'renew', exception: { standing: 'ended' } });
    expect(after && isFlagged(after, 'ending')).toBe(true);
  });

  test('CNF-119 renewal makes a new exception that names the old one, once', async () => {
    const id = await approved();
    await desk.act(writer, id, 'renew');
    const renewal = desk.all('conformance-exception').find(({ fields }) => fields['renews'] === id);
    expect(renewal).toMatchObject({ state: 'requested', fields: { service: mail, reason: leave.reason } });
    expect(renewal?.fields['until']).toBeUndefined();
    expect(await desk.refusal(writer, id, 'renew')).toContain(`${renewal?.number ?? '?'} renews it already`);
  });
});

describe('the register', () => {
  test('CNF-120 it has a line for each service that is offered, with who has to do what next', async () => {
    service('Voice', {});
    desk.put('service', { name: 'Idea' });
    expect(rows().map(({ service: { fields }, next }) => [fields['name'], next])).toEqual([
      ['Mail', 'state'],
      ['Radio', 'state'],
      ['Voice', 'classify'],
    ]);
    const id = await state({});
    expect(rowOf('Mail')?.next).toBe('write');
    await desk.edit(writer, id, { ...whole, exception: await approved() });
    expect(rowOf('Mail')?.next).toBe('submit');
    expect(rowOf('Mail')?.parts.map(({ isThere }) => isThere)).toEqual([true, true, true, true]);
  });

  test('CNF-121 what is different from the year before is told', async () => {
    const before = await state({ year: 2025, phase: '1', verdict: 'conforms' });
    expect(rowOf('Mail') && changesOf(rowOf('Mail') as RegisterRow)).toEqual(['No statement yet']);
    await state({ verdict: 'departs' });
    const row = rowOf('Mail');
    expect(row?.before?.id).toBe(before);
    expect(row && changesOf(row)).toEqual(['Phase 1 → 2', 'Before: conforms']);
  });
});

describe('a year', () => {
  const beginning = (before?: string, exception?: string) =>
    draftFields({
      service: desk.view(mail),
      year: 2027,
      cycle: '',
      before: before === undefined ? undefined : desk.view(before),
      exception: exception === undefined ? undefined : desk.view(exception),
    });

  test('CNF-122 a draft begins with type and phase of the service and the texts of the year before, not with its verdict', async () => {
    const exception = await approved(mail, { until: '2027-06-30' });
    const before = await state({ ...whole, exception });
    expect(beginning(before, exception)).toEqual({
      name: 'Mail 2027',
      service: mail,
      year: 2027,
      kind: 'enterprise',
      phase: '2',
      levelDescription: whole.levelDescription,
      recommendation: whole.recommendation,
      exception,
    });
    const over = await approved(mail, { until: '2026-12-31' });
    expect(beginning(before, over)).not.toHaveProperty('exception');
  });

  test('CNF-123 a service without type or phase gets no draft', () => {
    const voice = desk.view(service('Voice', { conformanceKind: 'component' }));
    expect(cellOfService(voice)).toBeUndefined();
    expect(
      draftFields({ service: voice, year: 2027, cycle: '', before: undefined, exception: undefined }),
    ).toBeUndefined();
  });

  test('CNF-124 two devices that open the same year make the same records', () => {
    expect(cycleId('', 2027)).toBe(cycleId('', 2027));
    expect(cycleId('', 2027)).not.toBe(cycleId('', 2028));
    expect(statementId(mail, 2027)).toBe(statementId(mail, 2027));
    expect(statementId(mail, 2027)).not.toBe(statementId(radio, 2027));
  });

  test('CNF-125 a component opens a year once', async () => {
    const fields = { name: 'Conformance 2027', year: 2027 };
    await desk.create(owner, 'conformance-cycle', fields);
    expect(await refusal(owner, 'conformance-cycle', fields)).toContain('Year and component “2027”');
  });

  test('CNF-126 it is closed when all statements are accepted, or it is said why some are missing', async () => {
    const cycle = await desk.create(owner, 'conformance-cycle', { name: 'Conformance 2026', year: 2026 });
    const id = await state({ cycle, verdict: 'conforms' });
    const close = (more: FieldValues = {}) => ({ summary: 'All is well.', ...more });
    expect(await desk.refusal(owner, cycle, 'report', close())).toContain(
      `${desk.view(id).number} is not accepted yet`,
    );
    await desk.act(owner, cycle, 'report', close({ gaps: 'Mail is being moved.' }));
    await desk.act(owner, cycle, 'reopen', { reopenReason: 'Mail came in.' });
    await desk.edit(owner, cycle, { gaps: null });
    await desk.act(writer, id, 'submit');
    await desk.act(owner, id, 'accept');
    desk.now += day;
    expect((await desk.act(owner, cycle, 'report', close())).state).toBe('reported');
  });
});

describe('plans', () => {
  test('CNF-127 progress is the mean of steps that are not dropped, and a step ends after it begins', async () => {
    const step = { step: 'Relations', from: '2026-01-01', until: '2026-06-30' };
    const component = desk.put('organisation', { name: 'Company' });
    const id = await desk.create(writer, 'conformance-plan', {
      name: 'Plan',
      component,
      steps: [
        { ...step, state: 'done' },
        { ...step, state: 'running', progress: 50 },
        { ...step, state: 'planned' },
        { ...step, state: 'dropped', progress: 90 },
      ],
    });
    expect(progressOf(desk.view(id))).toBe(50);
    expect(
      await refusal(writer, 'conformance-plan', {
        name: 'Plan',
        component,
        steps: [{ ...step, until: '2025-12-31' }],
      }),
    ).toContain('line 1 (Relations) ends before it begins');
  });
});
