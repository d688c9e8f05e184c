import { ed25519 } from '@noble/curves/ed25519.js';
import readExcelFile from 'read-excel-file/universal';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashParts, hashReport } from '#shared/assessment/report/parts.ts';
import { inComparison } from '#shared/assessment/report/compared.ts';
import { largestResultFile, readResultFile } from '#shared/assessment/report/result-file.ts';
import { reportUse } from '#shared/assessment/report/statement.ts';
import {
  keptInComparison,
  keptResultFields,
  keptResultId,
} from '#shared/processes/improvement/kept-result.ts';
import { followUpOf } from '#shared/processes/improvement/report-parts.ts';
import { signStatement } from '#shared/trust/statement.ts';
import { textOf } from '#shared/definition/record.ts';
import { ReportedAssessment } from '#test/support/reported-assessment.ts';
import { judgeSignatures } from './judged.ts';
import { resultBytes, workbookBytes } from './report-files.ts';
import type { SignedReport } from './signed-report.ts';
import { readTaken, signatureWords } from './taken-result.ts';

let unit: ReportedAssessment;
let signed: SignedReport;
const { secretKey } = ed25519.keygen(new Uint8Array(32).fill(5));
const nobodyKnown = { keysOf: () => Promise.resolve(undefined) };

beforeEach(async () => {
  unit = await ReportedAssessment.open();
  const report = unit.report();
  const parts = hashParts(report);
  const { id, reportedAt } = report.cover;
  const statement = {
    format: 1,
    assessment: id,
    reportedAt: reportedAt ?? 0,
    person: unit.lead.id,
    name: 'Reyes, Ana',
    role: 'lead',
    at: unit.desk.now,
    parts,
  } as const;
  const signature = signStatement(secretKey, reportUse, statement);
  const nameOf = (person: string) => textOf(unit.desk.view(person), 'name');
  signed = {
    report,
    hash: hashReport(parts),
    followUp: followUpOf(unit.desk.all('recommendation'), new Map(), { nameOf }, unit.desk.now),
    signatures: await judgeSignatures([signature], { assessment: id, reportedAt, parts }, () =>
      Promise.resolve([signature.key]),
    ),
  };
});

describe('the report as a workbook', () => {
  test('ASM-345 has all sheets, each marked above and below, with headings that stay', async () => {
    const sheets = await readExcelFile(new Blob([new Uint8Array(await workbookBytes(signed, 'UTC'))]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Summary',
      'Scope and method',
      'Profile',
      'Attributes',
      'Ratings',
      'Findings',
      'Recommendations',
      'Evidence index',
      'Signatures',
    ]);
    for (const { sheet, data } of sheets) {
      expect([sheet, data[0]?.[0], data.at(-1)?.[0]]).toEqual([sheet, 'CUI', 'CUI']);
    }
  });

  test('ASM-332 says the same as the report, with numbers and dates as such, and calculates nothing', async () => {
    const sheets = await readExcelFile(
      new Blob([new Uint8Array(await workbookBytes(signed, 'Europe/Berlin'))]),
    );
    const lines = (name: string) => (sheets.find(({ sheet }) => sheet === name)?.data ?? []).slice(2, -1);
    const facts = new Map(lines('Summary').map(([what, value]) => [what, value]));
    expect(facts.get('From')).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect(facts.get('Rated')).toBe(4);
    // 08:01Z on the first Monday of November.
    expect(facts.get('Closed with report')).toEqual(new Date('2026-11-02T09:01:00Z'));
    expect(facts.get('Report (SHA-256)')).toBe(signed.hash);
    expect(new Map(lines('Scope and method').map(([what, value]) => [what, value])).get('Purpose')).toBe(
      '=HYPERLINK("http://x") first',
    );
    expect(lines('Profile')).toEqual([
      ['IM', 'Incident Management', 1, 'Performed', 2, 1, false, null, 'Level 1, Performed: PA 2.2 is P.'],
    ]);
    expect(lines('Ratings')).toHaveLength(5);
    expect(lines('Ratings')[0]?.slice(1)).toEqual([
      'IM',
      'PA 1.1',
      null,
      'Day',
      'F',
      null,
      'Reyes, Ana',
      new Date('2026-11-02T09:00:00Z'),
      'As seen.',
      unit.desk.view(unit.evidence).number,
    ]);
    expect(lines('Recommendations')[0]?.slice(5, 10)).toEqual([
      'Low',
      'High',
      'Level 2 by spring',
      'Proposed',
      'Silva, Marta',
    ]);
    expect(lines('Signatures')[0]?.slice(0, 4)).toEqual([
      'Reyes, Ana',
      'lead assessor',
      new Date('2026-11-02T09:01:00Z'),
      'Report unchanged.',
    ]);
  });
});

describe('a result file', () => {
  const altered = (change: (text: string) => string) =>
    new TextEncoder().encode(change(new TextDecoder().decode(resultBytes(signed))));

  test('ASM-332 holds the same report, with the signatures that fit it', async () => {
    const taken = await readTaken(nobodyKnown, 'a.json', resultBytes(signed));
    if (!taken.ok) throw new Error(taken.error.message);
    expect(taken.value.report).toEqual(signed.report);
    expect(taken.value.hash).toBe(signed.hash);
    expect(taken.value.followUp).toEqual(signed.followUp);
    expect(signatureWords(taken.value.signatures)).toMatch(
      /^Reyes, Ana, lead assessor: Report unchanged\. The key is not known here: .* Key [0-9A-Z]{4}-/,
    );
  });

  test('ASM-350 that is saved once more from where it was taken in keeps its signatures', async () => {
    const taken = await readTaken(nobodyKnown, 'a.json', resultBytes(signed));
    expect(taken.ok && resultBytes(taken.value)).toEqual(resultBytes(signed));
  });

  test('ASM-350 leaves out a signature that does not hold any more', async () => {
    const [first] = signed.signatures;
    if (!first) throw new Error('No signature.');
    const late = { ...first, verdict: { is: 'changed', changed: ['findings'] } } as const;
    const read = readResultFile('a.json', resultBytes({ ...signed, signatures: [late] }));
    expect(read.ok && read.value.signatures).toEqual([]);
  });

  test.each([
    ['no JSON', () => new TextEncoder().encode('{"kind"'), 'OUT-RPT-002', 'it was not saved as one'],
    [
      'another JSON',
      () => new TextEncoder().encode('{"format":1}'),
      'OUT-RPT-002',
      'it was not saved as one',
    ],
    [
      'a later form',
      () => altered((text) => text.replace('"format":1,"kind"', '"format":2,"kind"')),
      'OUT-RPT-002',
      'later form 2',
    ],
    [
      'a part too many',
      () => altered((text) => text.replace('{"followUp"', '{"more":1,"followUp"')),
      'OUT-RPT-003',
      'more',
    ],
    [
      'a rating that is none',
      () => altered((text) => text.replace('"rating":"P"', '"rating":"Q"')),
      'OUT-RPT-003',
      'rating',
    ],
    [
      'control characters',
      () => altered((text) => text.replace('First look', String.raw`First\u001blook`)),
      'OUT-RPT-003',
      'report.cover.title: holds control characters',
    ],
    [
      'a level that does not follow',
      () => altered((text) => text.replace('"level":1,"reason"', '"level":2,"reason"')),
      'OUT-RPT-004',
      'IM level 2',
    ],
    [
      'an altered finding',
      () => altered((text) => text.replace('Kept in two heads', 'Kept in no heads')),
      'OUT-RPT-005',
      'Reyes, Ana',
    ],
    [
      'another signer',
      () => altered((text) => text.replace('"name":"Reyes, Ana","parts"', '"name":"Roe, Jane","parts"')),
      'OUT-RPT-005',
      'Roe, Jane',
    ],
    ['too much in it', () => new Uint8Array(largestResultFile + 1), 'OUT-RPT-001', '8.0 MB'],
  ])('ASM-350 with %s is refused, with the reason', async (_, bytes, code, says) => {
    const taken = await readTaken(nobodyKnown, 'a.json', bytes());
    if (taken.ok) throw new Error('It was taken.');
    expect([taken.error.code, taken.error.message]).toEqual([code, expect.stringContaining(says)]);
  });

  test('ASM-350 whose signer is known here with another key is refused', async () => {
    const taken = await readTaken(
      { keysOf: () => Promise.resolve(['another']) },
      'a.json',
      resultBytes(signed),
    );
    expect(!taken.ok && taken.error.code).toBe('OUT-RPT-005');
  });

  test('ASM-351 is kept as one record, which comparisons read without the file', async () => {
    const { desk, lead } = unit;
    const id = keptResultId(signed.hash);
    const fields = keptResultFields(signed, signatureWords(signed.signatures), '');
    expect(await desk.try(lead, { kind: 'create', type: 'assessment-result', id, fields })).toEqual([]);
    const again = await desk.try(lead, { kind: 'create', type: 'assessment-result', id, fields });
    expect(again).not.toEqual([]);
    expect(desk.all('assessment-result')).toHaveLength(1);
    expect(keptInComparison(desk.view(id))).toEqual(inComparison(signed.report));
    expect(inComparison(signed.report)).toMatchObject({
      id: unit.id,
      title: 'First look',
      unit: '1st Signal Company',
      on: '2026-11-02',
      model: 'DESMF',
    });
  });
});
