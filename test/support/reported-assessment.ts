import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { cellFields } from '#shared/processes/improvement/plan.ts';
import { reportOf, type ReportRecords } from '#shared/processes/improvement/report-of.ts';
import { Desk, minute } from './desk.ts';
import { actionsTo } from '#shared/processes/improvement/assessment-lifecycle.ts';

const steps = actionsTo('endConsensus');

export const noItems: ItemSource = { outcomes: () => [], indicators: () => [] };

/**
 * A desk with an assessment of incident management in two instances, method R2, closed with its report. Of its six lines four are rated, one
 * is held not to apply and one is not rated.
 */
export class ReportedAssessment {
  readonly desk = Desk.seeded();
  readonly lead = this.desk.person('Reyes, Ana', 'assessor', 'administrator');
  readonly second = this.desk.person('Silva, Marta', 'assessor');
  readonly sponsor = this.desk.person('Dawson, Howard', 'executiveSponsor');
  id = '';
  finding = '';
  advice = '';
  evidence = '';
  /** First agreed rating. */
  agreed = '';

  static async open(): Promise<ReportedAssessment> {
    const unit = new ReportedAssessment();
    await unit.#fill();
    return unit;
  }

  get assessment(): RecordView {
    return this.desk.view(this.id);
  }

  /** All records of the report. `turned`: in the other order. */
  records(turned = false): ReportRecords {
    const all = (type: string) => {
      const found = this.desk.all(type).filter((one) => textOf(one, 'assessment') === this.id);
      return turned ? found.toReversed() : found;
    };
    const agreed = all('agreed-rating');
    return {
      unit: '1st Signal Company',
      model: { name: 'DESMF', code: 'DESMF' },
      marking: 'CUI',
      source: noItems,
      assessment: this.assessment,
      agreed,
      agreements: new Map(agreed.map(({ id, createdAt }) => [id, { by: this.lead.id, at: createdAt }])),
      ratings: all('rating'),
      findings: all('finding'),
      recommendations: all('recommendation'),
      evidence: all('evidence'),
      nameOf: (id) => textOf(this.desk.view(id), 'name'),
      processName: () => 'Incident Management',
    };
  }

  report(): AssessmentReport {
    return reportOf(this.records());
  }

  async #fill(): Promise<void> {
    const { desk, lead, second, sponsor } = this;
    const scope = ['Day', 'Night'].map((instance) => ({ process: 'IM', instance, target: 2 }));
    this.id = desk.put(
      'assessment',
      {
        name: 'First look',
        purpose: '=HYPERLINK("http://x") first',
        sponsor: sponsor.id,
        leadAssessor: lead.id,
        assessors: [lead.id, second.id],
        class: '2',
        method: 'R2',
        scale: 'plain',
        overInstances: 'medianLower',
        model: 'desmf',
        from: '2026-11-01',
        until: '2026-11-02',
        scope,
      },
      undefined,
      steps.map((action) => ({ action, inputs: {} })),
    );
    await this.#evidence();
    this.#ratings();
    this.finding = desk.put('finding', {
      assessment: this.id,
      name: 'Kept in two heads',
      kind: 'weakness',
      process: 'IM',
    });
    this.advice = desk.put('recommendation', {
      assessment: this.id,
      name: 'Write it down',
      text: 'Before the rotation.',
      process: 'IM',
      findings: [this.finding],
      effort: 'low',
      benefit: 'high',
      target: 'Level 2 by spring',
      owner: second.id,
      dueOn: desk.now + 7 * 24 * 60 * minute,
    });
    desk.now += minute;
    await desk.act(lead, this.id, 'report', { summary: 'Good.', confidence: 'Fair.' });
  }

  async #evidence(): Promise<void> {
    const { desk, lead } = this;
    this.evidence = await desk.create(lead, 'evidence', {
      name: 'Shift log',
      assessment: this.id,
      kind: 'document',
    });
    await desk.act(lead, this.evidence, 'receive');
    await desk.act(lead, this.evidence, 'validate');
  }

  #ratings(): void {
    const { desk } = this;
    const other = desk.put('evidence', { name: 'Hearsay', assessment: this.id, kind: 'interview' });
    const agree = (
      attribute: '1.1' | '2.1' | '2.2',
      instance: string,
      value: string,
      evidence: string[] = [],
    ) => {
      const cell = { process: 'IM', attribute, item: '', instance };
      return desk.put('agreed-rating', { ...cellFields(this.id, cell), value, evidence, reason: 'As seen.' });
    };
    this.agreed = agree('1.1', 'Day', 'F', [this.evidence]);
    agree('1.1', 'Night', 'F');
    agree('2.1', 'Day', 'L', [other]);
    agree('2.1', 'Night', 'na');
    agree('2.2', 'Day', 'P');
    const rate = (by: Actor, attribute: '1.1' | '2.1' | '2.2', instance: string, value: string) => {
      const cell = { process: 'IM', attribute, item: '', instance };
      desk.put('rating', { ...cellFields(this.id, cell), assessor: by.id, value }, undefined, [
        { action: 'open', inputs: {} },
      ]);
    };
    for (const [attribute, instance, one, two] of [
      ['1.1', 'Day', 'F', 'F'],
      ['1.1', 'Night', 'F', 'P'],
      ['2.1', 'Day', 'L', 'F'],
      ['2.1', 'Night', 'na', 'P'],
    ] as const) {
      rate(this.lead, attribute, instance, one);
      rate(this.second, attribute, instance, two);
    }
    rate(this.lead, '2.2', 'Day', 'P');
  }
}
