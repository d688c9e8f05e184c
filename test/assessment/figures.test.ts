import { beforeEach, describe, expect, test } from 'vitest';
import { desmf } from '#resources/library/desmf.ts';
import texts from '#resources/library/indicators.json';
import type { Metric } from '#shared/definition/process.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { measureQuery, metricValue, type Period } from '#shared/engine/figure.ts';
import { meets, resolveConditions } from '#shared/engine/query.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { figurePeriod, metricsOf, suggestedMetrics } from '#shared/processes/improvement/figures.ts';
import { day, Desk, hour, monday } from '#test/support/desk.ts';
import { viewOf } from '#test/support/views.ts';

let desk: Desk;
/** The week before the Monday on which tests begin. */
const week: Period = { from: monday - 7 * day, below: monday };

beforeEach(() => {
  desk = Desk.seeded(monday - 30 * day);
});

function metric(process: string, name: string): Metric {
  const found = metricsOf(process, catalogue).find((one) => one.name === name);
  if (!found) throw new Error(`${process} has no ${name}.`);
  return found;
}

/** Value and counts of a figure over all records of the desk, counted one by one. */
function figure(process: string, name: string, period: Period = week) {
  const found = metric(process, name);
  const counts = Object.values(found.measures).map((measure) => {
    const { type, where } = measureQuery(measure, period);
    const asker = { actor: { id: '', roles: [], teams: [] }, now: desk.now, zone: 'UTC' };
    const plain = resolveConditions(where, asker);
    return desk
      .all(type)
      .filter((view) => meets(columnValues(desk.type(type), view, desk.config, desk.now), plain)).length;
  });
  return { value: metricValue(found, counts), counts };
}

/** Writes records one day before the Monday, as they are. */
function put(type: string, ...records: readonly FieldValues[]): readonly string[] {
  desk.now = monday - day;
  const ids = records.map((fields) => desk.put(type, fields));
  desk.now = monday;
  return ids;
}

describe('signs', () => {
  const outcomes = new Set([
    ...desmf.processes.flatMap((process) => process.outcomes.map(({ code }) => code)),
    ...texts.flatMap((attribute) => [
      attribute.code.replace('PA ', ''),
      ...attribute.outcomes.map(({ code }) => code),
    ]),
  ]);
  const assessed = catalogue.processes.filter(({ code }) =>
    desmf.processes.some((process) => process.code === code),
  );

  test('ASM-231 every figure of a process is a sign of something that the library has, and of its own process', () => {
    for (const { code } of desmf.processes) {
      for (const { name, signOf } of metricsOf(code, catalogue)) {
        expect(signOf.length, `${code} ${name}`).toBeGreaterThan(0);
        const strange = signOf.filter(
          (sign) => !outcomes.has(sign) || !(sign.startsWith(`${code}-O`) || /^(PA)?\d/.test(sign)),
        );
        expect(strange, `${code} ${name}`).toEqual([]);
      }
    }
  });

  test('ASM-231 names of figures are unique within a process, generic ones included', () => {
    for (const { code } of assessed) {
      const names = metricsOf(code, catalogue).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('ASM-232 a line takes the figures of its outcome; an attribute as a whole those of all its outcomes', () => {
    const cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' } as const;
    const names = (of: Parameters<typeof suggestedMetrics>[0]) =>
      suggestedMetrics(of, catalogue).map(({ name }) => name);
    expect(names(cell)).toEqual(['categorised']);
    expect(names({ ...cell, item: '' })).toEqual(
      expect.arrayContaining(['categorised', 'resolvedWithinTarget', 'prioritised']),
    );
    expect(names({ ...cell, item: '' })).not.toContain('processOwners');
    expect(names({ ...cell, attribute: '2.1', item: 'PA2.1-O5' })).toEqual([
      'processOwners',
      'incident.owned',
    ]);
    // Of a process that Outpost does not run it knows roles, tailorings and improvements.
    expect(names({ ...cell, process: 'ChM', attribute: '3.2', item: '' })).toEqual([
      'processOwners',
      'rolesHeld',
      'tailorings',
      'improvements',
    ]);
  });
});

describe('period', () => {
  const assessment = (fields: FieldValues) => viewOf('assessment', fields);
  const at = Date.UTC(2026, 10, 22, 12);
  const dates = (fields: FieldValues, zone = 'UTC') => {
    const { from, below } = figurePeriod(assessment(fields), zone, at);
    return [new Date(from).toISOString(), new Date(below).toISOString()];
  };

  test('ASM-233 figures look at the twelve months before the first day, in the zone of the unit', () => {
    expect(dates({ from: '2026-12-01' })).toEqual(['2025-12-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z']);
    expect(dates({ from: '2026-12-01' }, 'Europe/Berlin')[0]).toBe('2025-11-30T23:00:00.000Z');
    expect(dates({ from: '2024-02-29' })[0]).toBe('2023-02-28T00:00:00.000Z');
    expect(dates({})).toEqual(['2025-11-22T00:00:00.000Z', '2026-11-22T00:00:00.000Z']);
  });

  test('ASM-233 the assessment may choose another period; one that ends before it begins does not count', () => {
    const chosen = { from: '2026-12-01', figuresFrom: '2026-01-01', figuresUntil: '2026-06-30' };
    expect(dates(chosen)).toEqual(['2026-01-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z']);
    expect(dates({ ...chosen, figuresFrom: '2026-09-01' })[0]).toBe('2025-07-01T00:00:00.000Z');
  });

  test('ASM-233 without a period a figure looks at the last 30 days; what is of now ignores the period', () => {
    const { measures } = metric('IM', 'categorised');
    const [part] = Object.values(measures);
    expect(part && measureQuery(part).where[0]).toEqual({
      column: 'createdAt',
      from: { symbol: 'day', offset: -29 },
      below: { symbol: 'day', offset: 1 },
    });
    const backlog = metric('IM', 'backlog').measures['open'];
    expect(backlog && measureQuery(backlog, week)).toBe(backlog?.query);
  });
});

describe('incidents', () => {
  test('ASM-234 shares count the records of the period and those among them that meet more', () => {
    const category = desk.put('category', { name: 'Network' });
    put(
      'incident',
      { title: 'a', impact: '1', urgency: '1', category, priorityConfirmed: true },
      { title: 'b', impact: '2', urgency: '3', category },
      { title: 'c', impact: '2', urgency: '3', category },
      { title: 'd', impact: null, urgency: '3' },
    );
    desk.now = monday + hour;
    desk.put('incident', { title: 'after the period' });
    expect(figure('IM', 'categorised')).toEqual({ value: 75, counts: [3, 4] });
    expect(figure('IM', 'prioritised')).toEqual({ value: 75, counts: [3, 4] });
    expect(figure('IM', 'priorityAgreed')).toEqual({ value: 25, counts: [1, 4] });
    expect(figure('IM', 'incident.complete').counts).toEqual([0, 4]);
    expect(figure('IM', 'incident.settled')).toEqual({ value: 100, counts: [4, 4] });
    expect(figure('IM', 'incident.owned')).toEqual({ value: 0, counts: [0, 5] });
    expect(figure('IM', 'backlog').value).toBe(5);
  });

  test('ASM-234 nothing to share is no value, not 0 %', () => {
    expect(figure('IM', 'categorised')).toEqual({ value: null, counts: [0, 0] });
  });

  test('ASM-234 what is resolved, reopened, escalated and left lying is counted by its life', async () => {
    const analyst = desk.person('Analyst', 'analyst');
    const user = desk.person('User', 'requester');
    desk.now = monday - 40 * day;
    const log = (title: string) => desk.create(analyst, 'incident', { title, requester: user.id });
    const old = await log('old');
    desk.now = monday - day;
    const [done, again] = [await log('done'), await log('again')];
    const solve = (id: string) =>
      desk.act(analyst, id, 'resolve', {
        closureCode: desk.seed('closure-code', 'closure-solved'),
        resolution: 'Restarted.',
      });
    await solve(done);
    await solve(again);
    await desk.act(analyst, again, 'reopen', { reopenReason: 'Down again.' });
    await solve(again);
    desk.now = monday;
    expect(figure('IM', 'reopened')).toEqual({ value: 50, counts: [1, 2] });
    expect(figure('IM', 'closureCoded')).toEqual({ value: 100, counts: [2, 2] });
    expect(figure('IM', 'backlogAge')).toEqual({ value: 100, counts: [1, 1] });
    expect(figure('IM', 'resolvedWithinTarget').counts).toEqual([2, 2]);
    expect(figure('IM', 'incident.overdue').counts).toEqual([1, 1]);
    const ever = { from: 0, below: monday };
    expect(figure('IM', 'lateEscalated', ever).counts).toEqual([0, 1]);
    await desk.act(analyst, old, 'escalateHierarchical', { escalatedTo: user.id, escalationReason: 'Late.' });
    expect(figure('IM', 'lateEscalated', ever).counts).toEqual([1, 1]);
  });
});

describe('requests, knowledge, configuration, catalogue, levels and improvement', () => {
  test('ASM-235 requests from the catalogue, sorted, and rejected', () => {
    const category = desk.put('category', { name: 'Accounts' });
    const item = desk.put('catalogue-item', { name: 'Account', needsApproval: true });
    put(
      'request',
      { title: 'a', items: [{ item, quantity: 1 }], category },
      { title: 'b', items: [] },
      { title: 'c' },
    );
    expect(figure('RF', 'fromCatalogue').counts).toEqual([1, 3]);
    expect(figure('RF', 'requestsCategorised').counts).toEqual([1, 3]);
    expect(figure('RF', 'rejected').counts).toEqual([0, 3]);
  });

  test('ASM-235 articles that are shown: reviewed, owned, sorted and placed', () => {
    const [, reviewed] = put(
      'article',
      { title: 'draft', reviewer: 'x' },
      { title: 'good', reviewer: 'x', owner: 'y', kind: 'solution', keywords: ['vpn'], service: 'z' },
      { title: 'poor' },
    );
    publish(reviewed);
    publish(desk.all('article').find((one) => one.fields['title'] === 'poor')?.id);
    for (const name of ['articlesReviewed', 'articlesOwned', 'articlesSorted', 'articlesWithService'])
      expect([name, figure('KM', name).counts]).toEqual([name, [1, 2]]);
  });

  /** Takes an article to its readers, past the rules. */
  function publish(id = ''): void {
    const { fields } = desk.view(id);
    desk.put('article', { ...fields, title: 'shown' }, `shown-${id}`, [
      { action: 'submit', inputs: {} },
      { action: 'approve', inputs: {} },
      { action: 'publish', inputs: {} },
    ]);
  }

  test('ASM-235 items in use: verified, related and identified', () => {
    const live = [{ action: 'goLive', inputs: {} }];
    desk.put(
      'configuration-item',
      { name: 'a', serialNumber: '1', dependsOn: ['b'], verifiedOn: '2026-10-01' },
      'a',
      live,
    );
    desk.put('configuration-item', { name: 'b', assetTag: '2', parent: 'a' }, 'b', live);
    desk.put('configuration-item', { name: 'c' }, 'c', live);
    desk.put('configuration-item', { name: 'ordered', serialNumber: '4' }, 'd');
    expect(figure('CfM', 'itemsVerified').counts).toEqual([1, 3]);
    expect(figure('CfM', 'itemsRelated').counts).toEqual([2, 3]);
    expect(figure('CfM', 'itemsIdentified').counts).toEqual([2, 3]);
    desk.put('configuration-item', { name: 'e', changeReference: 'RFC-1' }, 'e', [
      ...live,
      { action: 'beginChange', inputs: {} },
    ]);
    expect(figure('CfM', 'itemsWithChange').counts).toEqual([1, 1]);
  });

  test('ASM-235 services, offerings and agreements', () => {
    const offered = [{ action: 'offer', inputs: {} }];
    desk.put(
      'service',
      { name: 'mail', owner: 'x', type: 'technical', customers: ['y'], criticality: '1', dependsOn: ['z'] },
      'mail',
      offered,
    );
    desk.put('service', { name: 'net', owner: 'x' }, 'net', offered);
    expect(figure('SPM', 'servicesListed').value).toBe(2);
    expect(figure('SPM', 'servicesDescribed').counts).toEqual([1, 2]);
    expect(figure('SPM', 'servicesRanked').counts).toEqual([1, 2]);
    expect(figure('SLM', 'servicesWithDependencies').counts).toEqual([1, 2]);
    const published = [
      { action: 'approve', inputs: {} },
      { action: 'publish', inputs: {} },
    ];
    desk.put(
      'service-offering',
      { name: 'a', agreement: 'x', hours: 'h', supportTeam: 't', audience: ['o'] },
      'a',
      published,
    );
    desk.put('service-offering', { name: 'b' }, 'b', published);
    expect(figure('SLM', 'offeringsWithAgreement').counts).toEqual([1, 2]);
    expect(figure('SCM', 'offeringsComplete').counts).toEqual([1, 2]);
    expect(figure('SCM', 'offeringsForAudience').counts).toEqual([1, 2]);
    const all = figure('SLM', 'agreementsInForce').value ?? 0;
    const inForce = [{ action: 'adopt', inputs: {} }];
    desk.put('agreement', { name: 'late', nextReview: monday - 40 * day }, 'late', inForce);
    expect(figure('SLM', 'agreementsCurrent').counts).toEqual([all, all + 1]);
    put('incident', { title: 'measured by the standard levels', impact: '3', urgency: '3' });
    expect(figure('SLM', 'incidentsMeasured').counts).toEqual([1, 1]);
  });

  test('ASM-235 improvements: owned, with a baseline, closed with a result; the same for a process', () => {
    put(
      'improvement',
      { name: 'a', process: 'IM', owner: 'x', measure: 'm', baseline: 1 },
      { name: 'b', process: 'RF' },
    );
    desk.now = monday - day;
    desk.put(
      'improvement',
      { name: 'c', process: 'IM', owner: 'x', measure: 'm', baseline: 1, actual: 2 },
      'c',
      [
        { action: 'define', inputs: {} },
        { action: 'approve', inputs: {} },
        { action: 'begin', inputs: {} },
        { action: 'finish', inputs: {} },
        { action: 'close', inputs: {} },
      ],
    );
    desk.now = monday;
    expect(figure('CSI', 'improvementsOwned').counts).toEqual([2, 3]);
    expect(figure('CSI', 'improvementsWithBaseline').counts).toEqual([1, 1]);
    expect(figure('CSI', 'improvementsClosed').counts).toEqual([1, 3]);
    expect(figure('CSI', 'improvementsMeasured').counts).toEqual([1, 1]);
    expect(figure('IM', 'improvements').value).toBe(2);
    expect(figure('IM', 'improvementsJudged').counts).toEqual([1, 1]);
    expect(figure('ChM', 'improvements').value).toBe(0);
  });
});

test('ASM-236 roles count while they are held, for their own process', () => {
  const role = (id: string, fields: FieldValues) =>
    desk.put(
      'assignment',
      { role: 'processOwner', scope: 'process', process: 'IM', from: monday - 9 * day, ...fields },
      id,
    );
  role('owner', {});
  role('gone', { until: monday - day });
  role('coming', { from: monday + day });
  role('other', { process: 'RF' });
  role('analyst', { role: 'analyst', until: monday + day });
  desk.now = monday;
  expect(figure('IM', 'processOwners').value).toBe(1);
  expect(figure('IM', 'rolesHeld').value).toBe(2);
  desk.put('tailoring', { process: 'IM', kind: 'outcome' }, 't', [{ action: 'adopt', inputs: {} }]);
  desk.put('tailoring', { process: 'IM', kind: 'name' }, 'u');
  expect(figure('IM', 'tailorings').value).toBe(1);
});
