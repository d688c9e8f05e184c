import { describe, expect, it } from 'vitest';
import serviceNow from '#resources/templates/servicenow-incident-event-log.json' with { type: 'json' };
import { catalogue } from '../processes/catalogue.ts';
import { draftTemplate, fitsHeadings, matchHeadings } from './auto-map.ts';
import { readTemplate } from './template-schema.ts';

const person = catalogue.type('person')!;
const incident = catalogue.type('incident')!;

describe('IMP-3 headings', () => {
  it.each([
    ['Name', 'name'],
    ['E-mail', 'email'],
    ['email_address', 'email'],
    ['Reference elsewhere', 'externalReference'],
    ['ticket number', 'externalReference'],
  ])('%s means %s', (heading, field) => expect(matchHeadings(person, [heading]).get(heading)).toBe(field));

  it.each([
    ['short_description', 'title'],
    ['Assigned to', 'assignee'],
    ['assignment_group', 'team'],
    ['caller_id', 'requester'],
    ['Status', 'state'],
    ['opened_at', 'createdAt'],
    ['close_notes', 'resolution'],
  ])('%s of other systems means %s', (heading, field) => {
    expect(matchHeadings(incident, [heading]).get(heading)).toBe(field);
  });

  it('give each field to one column, the likeliest', () => {
    const matched = matchHeadings(person, ['Name', 'Full name', 'Shoe size']);
    expect([...matched]).toEqual([['Name', 'name']]);
  });
});

describe('IMP-3 a first template', () => {
  const samples = [['22/11/2026 14:30', 'PER-7K-00012', 'Ada']];
  it('finds the form of dates and, in an export of Outpost, the number as the key', () => {
    const file = { name: 'x.csv', headings: ['Opened', 'Number', 'Name'], samples };
    const template = draftTemplate(person, catalogue, file, 'Europe/Berlin');
    expect(template.dates).toEqual({ form: 'DD/MM/YYYY[ HH:mm[:ss]]', zone: 'Europe/Berlin' });
    expect(template).toMatchObject({ key: { column: 'Number', field: 'number' }, duplicates: 'update' });
  });

  it('takes the number of another system as the key', () => {
    const file = { name: 'x.csv', headings: ['Number', 'Name'], samples: [['INC0012345', 'Ada']] };
    expect(draftTemplate(person, catalogue, file, 'UTC').key).toEqual({
      column: 'Number',
      field: 'externalReference',
    });
  });
});

describe('IMP-2 templates', () => {
  const template = readTemplate(serviceNow);

  it('the shipped one is sound and names only what is declared', () => {
    expect(template.ok).toBe(true);
    if (!template.ok) return;
    const type = catalogue.type(template.value.recordType);
    const { events, columns } = template.value;
    expect(columns.filter(({ field }) => !type?.fields[field])).toEqual([]);
    const states = Object.values(events?.state.states ?? {}).flatMap(({ is }) => is);
    expect(states.filter((state) => !type?.lifecycle.states[state])).toEqual([]);
    expect(events?.figures.filter(({ derived }) => !type?.derived[derived])).toEqual([]);
  });

  it('fit a file that has all of their columns', () => {
    if (!template.ok) throw new Error(template.error.message);
    const headings = [
      ...template.value.columns.map(({ column }) => column),
      'number',
      'sys_updated_at',
      'incident_state',
    ];
    expect(fitsHeadings(template.value, headings)).toBe(true);
    expect(fitsHeadings(template.value, headings.slice(1))).toBe(false);
    expect(fitsHeadings({ ...template.value, columns: [] }, ['x'])).toBe(false);
  });

  it('that are none are refused with the part that is wrong', () => {
    const read = readTemplate({ ...serviceNow, decimal: ';' });
    expect(read).toMatchObject({ ok: false, error: { code: 'OUT-IMP-016' } });
    expect(read.ok ? '' : read.error.message).toContain('decimal');
    expect(readTemplate('no')).toMatchObject({ ok: false });
  });
});
