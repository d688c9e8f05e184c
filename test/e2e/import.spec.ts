import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Locator, Page } from '@playwright/test';
import {
  eventLogFigures,
  eventLogPath,
  logTime,
  type IncidentFigures,
} from '../support/event-log-figures.ts';
import { expect, test } from './fixtures/test.ts';
import { ImportWizard, type ImportFile } from './pages/import.ts';
import type { Workbench } from './pages/workbench.ts';

const template = 'ServiceNow incident event log';
const unit = {
  name: '51st Signal Battalion',
  shortName: '51st Sig',
  zone: 'Europe/Berlin',
  marking: 'UNCLASSIFIED',
  person: 'Alvarez, Maria',
};
const hour = 3_600_000;

async function newUnit(workbench: Workbench): Promise<ImportWizard> {
  await workbench.open();
  await workbench.firstRun.createUnit(unit);
  const wizard = new ImportWizard(workbench.page);
  await wizard.open();
  return wizard;
}

function csv(name: string, lines: readonly string[]): ImportFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}

async function choosePeople(page: Page): Promise<void> {
  await choose(page, 'Records', 'People');
}

/** The list as the page exports it, with every column, by the number of the source. */
async function exportedIncidents(
  workbench: Workbench,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const { page } = workbench;
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await dialog.getByRole('combobox', { name: 'Columns' }).click();
  await page.getByRole('option', { name: /^All columns/ }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save file' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const rows = Papa.parse<Readonly<Record<string, string>>>(text.replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  });
  return new Map(rows.data.map((row) => [row['Reference elsewhere'] ?? '', row]));
}

test('IMP: the ServiceNow event log comes in whole through the page', async ({ workbench, page }) => {
  test.setTimeout(240_000);
  const figures = eventLogFigures();
  const wizard = await newUnit(workbench);

  await test.step('the template is offered and every line can be imported', async () => {
    await wizard.choose(eventLogPath);
    await wizard.useTemplate(template);
    await wizard.goTo('Check');
    await wizard.isChecked('good');
    expect(await wizard.figure('Lines')).toBe(5998);
    expect(await wizard.figure('New incidents')).toBe(890);
  });

  await test.step('the import ends with the way to its records', async () => {
    await wizard.importButton.click();
    await wizard.isImported('incident_event_log.csv');
    expect(await wizard.figure('New incidents')).toBe(890);
    await page.getByRole('link', { name: 'Show incidents' }).click();
    await workbench.list('Incidents').hasTotal(890);
  });

  await test.step('states, reopenings, waits, reassignments and times to resolve are those of the file', async () => {
    const incidents = await exportedIncidents(workbench);
    const ours = figures.map(({ number }) => {
      const row = incidents.get(number);
      return [
        number,
        row?.['State'],
        row?.['Reopened'],
        row?.['Waits'],
        row?.['Reassigned'],
        row?.['Time to resolve (hours)'],
      ];
    });
    const theirs = figures.map(({ number, reopenings, waits, reassignments, timeToResolve }) => [
      number,
      'Closed',
      String(reopenings),
      String(waits),
      String(reassignments),
      String(Math.round((timeToResolve / hour) * 1e4) / 1e4),
    ]);
    expect(ours).toEqual(theirs);
  });

  await test.step('the timeline shows each event with its time, actor and line', async () => {
    const busiest = figures.reduce((most, one) => (one.rows.length > most.rows.length ? one : most));
    const reopened = figures.find(({ reopenings }) => reopenings === 2) as IncidentFigures;
    for (const incident of [busiest, reopened]) {
      const record = await workbench.find(incident.number);
      const entries = await allEntries(record.timeline);
      const unseen = incident.rows.filter((row) => {
        const line = new RegExp(`incident_event_log\\.csv line ${row.line}(?!\\d)`);
        const at = logTime(row['sys_updated_at'] ?? '');
        const by = row['sys_updated_by'] ?? '';
        return !entries.some(
          (entry) => line.test(entry.text) && entry.text.includes(by) && Date.parse(entry.time) === at,
        );
      });
      expect(unseen.map(({ line }) => line)).toEqual([]);
    }
  });

  await test.step('the same file again brings nothing new', async () => {
    await wizard.open();
    await wizard.choose(eventLogPath);
    await wizard.useTemplate(template);
    await wizard.goTo('Check');
    await wizard.isChecked('good');
    expect(await wizard.figure('New incidents')).toBe(0);
    expect(await wizard.figure('Lines already here')).toBe(5998);
    await expect(page.getByText('Everything in this file is here already.')).toBeVisible();
    await expect(wizard.importButton).toBeDisabled();
  });
});

/** The entries of a timeline, all of them: more are made when the last comes into sight. */
async function allEntries(
  timeline: Locator,
): Promise<readonly { readonly text: string; readonly time: string }[]> {
  const entries = timeline.locator('ol > li');
  await expect(async () => {
    await entries.last().scrollIntoViewIfNeeded();
    const total = Number(await timeline.locator('[class*="count"]').innerText());
    expect(total).toBeGreaterThan(0);
    expect(await entries.count()).toBe(total);
  }).toPass();
  return entries.evaluateAll((items) =>
    items.map((item) => ({ text: item.textContent, time: item.querySelector('time')?.dateTime ?? '' })),
  );
}

test('IMP-48 a cancelled import keeps nothing', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  const wizard = await newUnit(workbench);
  await wizard.choose(
    csv('people.csv', [
      'name,id',
      ...Array.from({ length: 15_000 }, (_, index) => `Person ${index},P${index}`),
    ]),
  );
  await choosePeople(page);
  await wizard.goTo('Check');
  await wizard.isChecked('good');
  await wizard.importButton.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(
    page.getByText('The import of people.csv was cancelled; nothing of it was kept.'),
  ).toBeVisible();
  const list = await workbench.openList('People', 'All');
  await list.hasTotal(1);
});

test('IMP-12, IMP-45 a broken file is refused whole, with a report of each line', async ({
  workbench,
  page,
}) => {
  const lines = (await readFile(eventLogPath, 'utf8')).trimEnd().split('\n').slice(0, 60);
  const state = 1;
  const updatedAt = 13;
  const broken = lines.map((line, index) => {
    const cells = line.split(',');
    if (index === 10) cells[updatedAt] = '31-02-2016 10:00';
    if (index === 20) cells[state] = 'Hibernating';
    return cells.join(',');
  });
  const wizard = await newUnit(workbench);
  await wizard.choose(csv('broken.csv', broken));
  await wizard.useTemplate(template);
  await wizard.goTo('Check');
  await wizard.isChecked('refused');
  await expect(wizard.importButton).toBeDisabled();
  await expect(wizard.refusals.getByRole('row').filter({ hasText: '31-02-2016 10:00' })).toContainText('11');
  await expect(wizard.refusals.getByRole('row').filter({ hasText: 'Hibernating' })).toContainText(
    'incident_state',
  );

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save report' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const report = Papa.parse<Readonly<Record<string, string>>>(text.replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(
    report.data
      .filter(({ Kind }) => Kind === 'Refused')
      .map(({ Line, Column, Value, Code }) => [Line, Column, Value, Code]),
  ).toEqual([
    ['11', 'sys_updated_at', '31-02-2016 10:00', 'OUT-VAL-015'],
    ['21', 'incident_state', 'Hibernating', 'OUT-IMP-013'],
  ]);
});

test('IMP-2, IMP-7 a mapping made by hand is remembered as a template', async ({ workbench, page }) => {
  const file = csv('staff.csv', ['Full name;Mail;Unit;Kind', 'Ada;ada@unit.example;HQ;x', 'Bob;;Depot;x']);
  const wizard = await newUnit(workbench);
  await wizard.choose(file);
  await choosePeople(page);
  await wizard.goTo('Columns');
  await choose(page, 'Field for Unit', 'Organisation');
  await page.getByRole('checkbox', { name: 'Make organisations that are missing' }).check();
  await wizard.goTo('Check');
  await wizard.isChecked('good');
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Staff list');
  await page.getByRole('button', { name: 'Save template' }).click();
  await wizard.isChecked('good');
  await wizard.importButton.click();
  await wizard.isImported('staff.csv');
  await workbench.openList('Organisations', 'All').then((list) => list.hasTotal(2));

  await page.reload();
  await wizard.open();
  await wizard.choose(file);
  await wizard.useTemplate('Staff list');
  await wizard.goTo('Check');
  await wizard.isChecked('good');
  expect(await wizard.figure('Lines already here')).toBe(2);
});

test.describe('Faults: files', () => {
  test('a file that is not CSV is named for what it is', async ({ workbench, page }) => {
    const wizard = await newUnit(workbench);
    await wizard.choose({ name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7\n…') });
    await expect(page.getByRole('alert')).toContainText(
      'tickets.csv is not a CSV or Excel file: it is a PDF document.',
    );
    await expect(page.getByRole('button', { name: 'Choose file' })).toBeVisible();
  });

  test('a wrong encoding is told with the line, and mended by choosing another', async ({
    workbench,
    page,
  }) => {
    const wizard = await newUnit(workbench);
    const text = 'name,id\nAda,1\nZo\u00eb,2\n';
    await wizard.choose({ name: 'names.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });
    await expect(page.getByRole('cell', { name: 'Zoë' })).toBeVisible();
    await choose(page, 'Encoding', 'UTF-8');
    await expect(page.getByRole('alert')).toContainText('names.csv is not UTF-8: line 3');
    await choose(page, 'Encoding', 'Windows-1252');
    await expect(page.getByRole('alert')).toBeHidden();
  });

  test('a file of 200 MB is read in pieces, the page stays usable, and it can be cancelled', async ({
    workbench,
    page,
  }, info) => {
    test.setTimeout(240_000);
    const path = info.outputPath('big.csv');
    const line = `${'x'.repeat(180)},P`;
    const block = Array.from({ length: 10_000 }, (_, index) => `${line}${index}\n`).join('');
    await writeFile(path, 'name,id\n');
    for (let written = 0; written < 200 * 2 ** 20; written += block.length) await appendFile(path, block);
    const wizard = await newUnit(workbench);
    await wizard.choose(path);
    await choosePeople(page);
    await wizard.goTo('Check');
    await expect(wizard.progress).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(
      page.getByText('The import of big.csv was cancelled; nothing of it was kept.'),
    ).toBeVisible();
    const list = await workbench.openList('People', 'All');
    await list.hasTotal(1);
    await rm(path);
  });
});
