import { beforeEach, describe, expect, test } from 'vitest';
import { changedParts, hashParts, hashReport } from '#shared/assessment/report/parts.ts';
import { reportSchema } from '#shared/assessment/report/schema.ts';
import { textOf } from '#shared/definition/record.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { reportOf } from '#shared/processes/improvement/report-of.ts';
import { followUpOf } from '#shared/processes/improvement/report-parts.ts';
import { ReportedAssessment } from '#test/support/reported-assessment.ts';

let unit: ReportedAssessment;
beforeEach(async () => {
  unit = await ReportedAssessment.open();
});

const hashOf = () => hashReport(hashParts(unit.report()));

describe('the report of an assessment', () => {
  test('ASM-331 the same records give the same bytes, in whatever order they are read', () => {
    expect(canonicalJson(reportOf(unit.records(true)))).toBe(canonicalJson(unit.report()));
  });

  test('ASM-333 holds each agreed rating with who, when, why and evidence, in the order of the scope', () => {
    const report = unit.report();
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.ratings.map(({ attribute, instance }) => `${attribute} ${instance}`)).toEqual([
      '1.1 Day',
      '1.1 Night',
      '2.1 Day',
      '2.1 Night',
      '2.2 Day',
    ]);
    expect(report.ratings[0]).toMatchObject({
      value: { kind: 'rated', rating: 'F' },
      by: 'Reyes, Ana',
      why: 'As seen.',
      evidence: [unit.desk.view(unit.evidence).number],
    });
    expect(report.ratings[0]?.at).toBe(unit.desk.view(unit.agreed).createdAt);
    expect(report.profile[0]?.capability.reason).toBe('Level 1, Performed: PA 2.2 is P.');
    expect(report.method.rule).toBe('R2: median (lower of two middle ratings) over instances');
    expect(report.cover).toMatchObject({ title: 'First look', unit: '1st Signal Company', marking: 'CUI' });
    expect(report.cover.reportedAt).toBe(unit.desk.now);
    expect(report.evidence.map(({ title, state }) => [title, state])).toEqual([
      ['Shift log', 'valid'],
      ['Hearsay', 'needed'],
    ]);
  });

  test('ASM-334 holds text only: control characters are left out, line ends are one sign', async () => {
    unit.desk.put('finding', {
      assessment: unit.id,
      name: 'Bell\u0007 and\u001b[31m \u202ered',
      text: 'a\r\nb\tc',
    });
    const finding = unit.report().findings.find(({ title }) => title.startsWith('Bell'));
    expect(finding).toMatchObject({ title: 'Bell and[31m red', text: 'a\nb\tc' });
  });

  test('ASM-336 counts what confidence rests on', () => {
    expect(unit.report().confidence).toEqual({
      text: 'Fair.',
      facts: {
        cells: 6,
        rated: 4,
        notApplicable: 1,
        notRated: 1,
        withEvidence: 1,
        spread: { compared: 4, same: 1, oneStep: 1, moreSteps: 1, mixed: 1 },
        instances: [{ process: 'IM', instances: 2, asked: 2 }],
      },
    });
  });

  test('ASM-336 asks for four instances in class 1, two in class 2 and one in class 3', () => {
    const asked = ['1', '2', '3'].map((one) => {
      const { assessment, ...rest } = unit.records();
      const of = { ...assessment, fields: { ...assessment.fields, class: one } };
      return reportOf({ ...rest, assessment: of }).confidence.facts.instances[0]?.asked;
    });
    expect(asked).toEqual([4, 2, 1]);
  });
});

describe('what became of recommendations', () => {
  test('ASM-335 is no part of what is signed: taking one up changes no hash', async () => {
    const before = hashOf();
    await unit.desk.act(unit.lead, unit.advice, 'takeUp', {
      owner: unit.lead.id,
      dueOn: unit.desk.now + 1000,
    });
    expect(hashOf()).toBe(before);
  });

  test('ASM-355 an improvement takes over owner, effort, benefit, target and due date, and both lead to each other', async () => {
    const { desk } = unit;
    const { owner, effort, benefit, target, dueOn } = desk.view(unit.advice).fields;
    await desk.act(unit.lead, unit.advice, 'takeUp');
    const made = desk.view(textOf(desk.view(unit.advice), 'improvement'));
    expect(made.fields).toMatchObject({
      name: 'Write it down',
      description: 'Before the rotation.',
      process: 'IM',
      owner: owner ?? '',
      effort: effort ?? '',
      benefit: benefit ?? '',
      target: target ?? '',
      dueOn: dueOn ?? 0,
    });
    expect(desk.type('recommendation').fields['improvement']).toMatchObject({
      to: ['improvement'],
      inverse: 'Recommendations',
    });
  });

  test('ASM-355 the report shows the state of the improvement, with its owner and due date of now', async () => {
    const { desk, lead } = unit;
    await desk.act(lead, unit.advice, 'takeUp');
    const id = textOf(desk.view(unit.advice), 'improvement');
    await desk.act(lead, id, 'define', { owner: lead.id, measure: 'Items', baseline: 2 });
    const improvement = desk.view(id);
    const nameOf = (person: string) => textOf(desk.view(person), 'name');
    const { lines } = followUpOf(desk.all('recommendation'), new Map([[id, improvement]]), { nameOf }, 7);
    expect(lines).toEqual([
      {
        number: desk.view(unit.advice).number,
        state: 'takenUp',
        owner: 'Reyes, Ana',
        dueOn: improvement.fields['dueOn'],
        refusalReason: '',
        improvement: { number: improvement.number, state: 'defining' },
      },
    ]);
  });
});

describe('the hash of a report', () => {
  test('ASM-340 tells each change, and in which part it is', async () => {
    const { desk, lead } = unit;
    const before = hashParts(unit.report());
    await desk.edit(lead, unit.finding, { name: 'Kept in one head' });
    const after = hashParts(unit.report());
    expect(changedParts(before, after)).toEqual(['findings']);
    expect(hashReport(after)).not.toBe(hashReport(before));
  });

  test('ASM-340 a report that is closed anew is another one, though nothing else changed', async () => {
    const { desk, lead } = unit;
    const before = hashParts(unit.report());
    await desk.act(lead, unit.id, 'reopen', { reopenReason: 'A page was missing.' });
    expect(unit.report().cover.reportedAt).toBeNull();
    desk.now += 1000;
    await desk.act(lead, unit.id, 'report', { summary: 'Good.', confidence: 'Fair.' });
    expect(changedParts(before, hashParts(unit.report()))).toEqual(['cover']);
  });
});
