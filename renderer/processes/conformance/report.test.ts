import readExcelFile from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { makeWorkbook } from '#renderer/record/export/workbook.ts';
import { registerOf } from '#shared/processes/improvement/conformance-register.ts';
import { Desk, monday } from '#test/support/desk.ts';
import { reportSheets } from './report.ts';

test('CNF-139 the workbook has register, parts, exceptions, measures and plans, each line with its marking', async () => {
  const desk = Desk.seeded();
  const component = desk.put('organisation', { name: 'Company' });
  const service = (name: string) =>
    desk.put('service', { name, component }, undefined, [{ action: 'offer', inputs: {} }]);
  const [link, mail] = [service('Link'), service('Mail')];
  const exception = desk.put(
    'conformance-exception',
    { name: '=Leave', service: link, reason: 'Leased', until: '2026-12-31', authorityKind: 'dodCio' },
    undefined,
    [{ action: 'approve', inputs: {} }],
  );
  const plan = desk.put('conformance-plan', {
    name: 'Plan',
    component,
    steps: [{ step: 'Relations', from: '2026-01-01', until: '2026-06-30', state: 'done' }],
  });
  const state = (of: string, kind: string, phase: string, fields: object) =>
    desk.put('conformance-statement', {
      name: 'S',
      service: of,
      year: 2026,
      kind,
      phase,
      component,
      ...fields,
    });
  state(link, 'enterprise', '2', { verdict: 'departs', exception, levelDescription: '=1+1', marking: 'CUI' });
  state(mail, 'enterprise', '3', {
    serviceQuality: 66.7,
    qualityBasis: 'records',
    qualityMet: 2,
    qualityJudged: 3,
    planRecord: plan,
  });
  const sheets = reportSheets({
    rows: registerOf(
      {
        services: desk.all('service'),
        statements: desk.all('conformance-statement'),
        exceptions: desk.all('conformance-exception'),
        today: '2026-11-02',
      },
      2026,
    ),
    year: 2026,
    plans: desk.all('conformance-plan'),
    profiles: new Map(),
    config: desk.config,
    names: new Map([
      [component, 'Company'],
      [exception, '=Leave'],
    ]),
    asOf: monday,
  });
  const read = await readExcelFile(new Blob([await makeWorkbook(sheets, 'UTC')]));
  const lines = new Map(read.map(({ sheet, data }) => [sheet, data.slice(1)]));
  expect([...lines.keys()]).toEqual(['Register', 'What table 1 asks', 'Exceptions', 'Measures', 'Plans']);
  expect(lines.get('Register')?.map((line) => line.slice(0, 10))).toEqual([
    [
      'Link',
      'Company',
      'Enterprise or shared service',
      2,
      expect.stringMatching(/^CFS/),
      'Draft',
      'Does not conform',
      'Improvement of the framework that would be conformed to; Agreement to conform once the framework is improved',
      'New',
      'CUI',
    ],
    [
      'Mail',
      'Company',
      'Enterprise or shared service',
      3,
      expect.stringMatching(/^CFS/),
      'Draft',
      'Measured',
      'Service management capability, measured; What both measures say about conformance',
      'New',
      'UNCLASSIFIED',
    ],
  ]);
  expect(
    lines
      .get('What table 1 asks')
      ?.slice(0, 2)
      .map((line) => line.slice(2, 5)),
  ).toEqual([
    ['Approved exception', true, '=Leave'],
    ['Present level of conformance', true, '=1+1'],
  ]);
  expect(lines.get('Exceptions')?.[0]?.slice(1, 8)).toEqual([
    'Link',
    'Leased',
    'DoD CIO',
    null,
    null,
    '2026-12-31',
    'Counts, ends within 90 days',
  ]);
  expect(lines.get('Measures')?.[0]?.slice(1, 4)).toEqual(['Mail', 66.7, '66.7 %, 2 of 3 targets kept']);
  expect(lines.get('Plans')?.[0]?.slice(1, 5)).toEqual(['Plan', 'Company', 1, 'Relations']);
});
