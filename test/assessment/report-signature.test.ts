import { beforeEach, describe, expect, test } from 'vitest';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hashParts } from '#shared/assessment/report/parts.ts';
import {
  holds,
  judgeSignature,
  reportUse,
  verdictWords,
  type ReportSignature,
  type ReportStatement,
} from '#shared/assessment/report/statement.ts';
import { isStatementSound, signStatement } from '#shared/trust/statement.ts';
import { ReportedAssessment } from '#test/support/reported-assessment.ts';

let unit: ReportedAssessment;
beforeEach(async () => {
  unit = await ReportedAssessment.open();
});

const { secretKey } = ed25519.keygen(new Uint8Array(32).fill(5));
const other = ed25519.keygen(new Uint8Array(32).fill(6));

function signed(secret = secretKey, change: Partial<ReportStatement> = {}): ReportSignature {
  const report = unit.report();
  return signStatement(secret, reportUse, {
    format: 1,
    assessment: unit.id,
    reportedAt: report.cover.reportedAt ?? 0,
    person: unit.lead.id,
    name: 'Reyes, Ana',
    role: 'lead',
    at: unit.desk.now,
    parts: hashParts(report),
    ...change,
  });
}

/** For the report as it is now. */
function judge(signature: ReportSignature, known: readonly string[] | undefined = [signed().key]) {
  const report = unit.report();
  return judgeSignature({
    signature,
    isSound: isStatementSound(reportUse, signature),
    known,
    report: { assessment: unit.id, reportedAt: report.cover.reportedAt, parts: hashParts(report) },
  });
}

describe('a signature of a report', () => {
  test('ASM-340 holds for the report that was signed', () => {
    const verdict = judge(signed());
    expect(verdict).toEqual({ is: 'unchanged' });
    expect([holds(verdict), verdictWords(verdict)]).toEqual([true, 'Report unchanged.']);
  });

  test('ASM-340 names what changed after signing', async () => {
    const signature = signed();
    await unit.desk.edit(unit.lead, unit.finding, { name: 'Another' });
    unit.desk.put('evidence', { name: 'Late', assessment: unit.id, kind: 'document' });
    const verdict = judge(signature);
    expect(verdict).toEqual({ is: 'changed', changed: ['findings', 'evidence index'] });
    expect([holds(verdict), verdictWords(verdict)]).toEqual([
      false,
      'Changed after signing: findings, evidence index.',
    ]);
  });

  test('ASM-340 stays after a reopening, for the earlier report', async () => {
    const signature = signed();
    await unit.desk.act(unit.lead, unit.id, 'reopen', { reopenReason: 'A page was missing.' });
    expect(judge(signature)).toEqual({ is: 'earlier' });
    unit.desk.now += 1000;
    await unit.desk.act(unit.lead, unit.id, 'report', { summary: 'Good.', confidence: 'Fair.' });
    expect(judge(signature)).toEqual({ is: 'earlier' });
    expect(judge(signed())).toEqual({ is: 'unchanged' });
  });

  test.each([
    ['another date', (one: ReportSignature) => ({ ...one, statement: { ...one.statement, at: 1 } })],
    ['another key', (one: ReportSignature) => ({ ...one, key: signed(other.secretKey).key })],
    ['no signature', (one: ReportSignature) => ({ ...one, signature: '' })],
    [
      'one of another use',
      (one: ReportSignature) => signStatement(secretKey, 'outpost-vouch/1', one.statement),
    ],
    ['one for another assessment', () => signed(secretKey, { assessment: 'another' })],
  ])('ASM-340 with %s does not fit', (_, forge) => {
    const verdict = judge(forge(signed()));
    expect(verdict).toEqual({ is: 'forged' });
    expect(holds(verdict)).toBe(false);
  });

  test('ASM-340 by a key that is not the person’s proves nothing', () => {
    expect(judge(signed(other.secretKey))).toEqual({ is: 'foreignKey' });
  });

  test('ASM-340 by somebody who is not known here leaves the fingerprint to compare', async () => {
    const signature = signed();
    const verdict = judgeUnknown(signature);
    expect([verdict, holds(verdict)]).toEqual([{ is: 'unknownKey', changed: [] }, true]);
    await unit.desk.edit(unit.lead, unit.finding, { name: 'Another' });
    expect(holds(judgeUnknown(signature))).toBe(false);
    expect(verdictWords(judgeUnknown(signature))).toContain('Changed after signing: findings.');
  });

  function judgeUnknown(signature: ReportSignature) {
    const report = unit.report();
    const now = { assessment: unit.id, reportedAt: report.cover.reportedAt, parts: hashParts(report) };
    return judgeSignature({
      signature,
      isSound: isStatementSound(reportUse, signature),
      known: undefined,
      report: now,
    });
  }
});

describe('the record of a signature', () => {
  const fields = (role: string, person: string) => ({
    name: 'Signed',
    assessment: unit.id,
    person,
    role,
    signedAt: unit.desk.now,
    signature: 'x',
  });
  const faults = async (by: typeof unit.lead, role: string, person = by.id) => {
    const command = { kind: 'create', type: 'report-signature', fields: fields(role, person) } as const;
    return (await unit.desk.try(by, command)).map(({ message }) => message).join(' ');
  };

  test('ASM-341 is made by the lead assessor and the sponsor, each in their own role and name', async () => {
    expect(await faults(unit.lead, 'lead')).toBe('');
    expect(await faults(unit.sponsor, 'sponsor')).toBe('');
    expect(await faults(unit.lead, 'sponsor')).toContain('does not name this person as its sponsor');
    expect(await faults(unit.second, 'lead')).toContain('does not name this person as its lead assessor');
    expect(await faults(unit.second, 'lead', unit.lead.id)).toContain('is given by the person whose it is');
  });

  test('ASM-341 is made only after the assessment was closed with its report', async () => {
    await unit.desk.act(unit.lead, unit.id, 'reopen', { reopenReason: 'A page was missing.' });
    expect(await faults(unit.lead, 'lead')).toContain('is not closed with a report');
  });
});
