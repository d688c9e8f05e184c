import { describe, expect, it } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import { eventsTemplate, peopleTemplate } from '#test/support/import-run.ts';
import * as edit from './edit-template.ts';

const person = catalogue.type('person')!;
const incident = catalogue.type('incident')!;

describe('IMP-3 editing a template', () => {
  it('a field has one column: the one that had it lets go', () => {
    const changed = edit.withField(peopleTemplate, 'nick', 'name', person, catalogue);
    expect(changed.columns.map(({ column, field }) => [column, field])).toEqual([
      ['mail', 'email'],
      ['nick', 'name'],
    ]);
    expect(edit.withField(changed, 'nick', '', person, catalogue).columns.length).toBe(1);
  });

  it('a reference finds records by their title and makes none, until told to', () => {
    const changed = edit.withField(peopleTemplate, 'org', 'organisation', person, catalogue);
    expect(changed.columns.at(-1)?.reference).toEqual({ type: 'organisation', by: 'name', create: false });
  });

  it('a value can be mapped, mapped to nothing, and left to the declaration again', () => {
    const mapped = edit.withValue(peopleTemplate, 'mail', 'x', 'a@b.example');
    expect(mapped.columns[1]?.values).toEqual({ x: 'a@b.example' });
    expect(edit.withValue(mapped, 'mail', 'x', '').columns[1]?.values).toEqual({ x: '' });
    expect(edit.withValue(mapped, 'mail', 'x', undefined).columns[1]?.values).toEqual({});
  });

  it('the key keeps its value in the field of its column, else as the reference elsewhere', () => {
    expect(edit.withKey(peopleTemplate, 'name', person).key).toEqual({ column: 'name', field: 'name' });
    expect(edit.withKey(peopleTemplate, 'id', person).key).toEqual({
      column: 'id',
      field: 'externalReference',
    });
    expect(edit.withKey(peopleTemplate, '', person).key).toBeUndefined();
  });

  it('an event log gets its columns by their headings, and loses them when it is none', () => {
    const plain = edit.withMode(eventsTemplate, 'records', incident, []);
    const changed = edit.withMode(plain, 'eventLog', incident, [
      'sys_updated_on',
      'sys_updated_by',
      'opened_at',
      'Status',
    ]);
    expect(changed.events).toMatchObject({
      time: 'sys_updated_on',
      opened: { time: 'opened_at' },
      state: { column: 'Status' },
    });
    expect(changed.events?.acts).toEqual([{ action: 'assign', fields: ['team'] }]);
    expect(edit.withMode(changed, 'records', incident, []).events).toBeUndefined();
  });

  it('states of the same name are found; the others wait for an answer', () => {
    const { events, ...rest } = eventsTemplate;
    const blank = { ...rest, events: { ...events!, state: { column: 'state', states: {} } } };
    const changed = edit.withNamedStates(blank, incident, ['Closed', 'in progress', 'Asleep', 'constructor']);
    expect(changed.events?.state.states).toEqual({
      Closed: { is: ['closed'] },
      'in progress': { is: ['inProgress'] },
    });
    expect(edit.withState(changed, 'Closed', undefined).events?.state.states).not.toHaveProperty('Closed');
  });

  it('optional columns of a history can be taken away', () => {
    expect(edit.withEventColumn(eventsTemplate, 'actor', '').events).not.toHaveProperty('actor');
    expect(edit.withOpening(eventsTemplate, 'time', 'when').events?.opened).toEqual({ time: 'when' });
    expect(edit.withOpening(eventsTemplate, 'time', '').events?.opened).toEqual({});
  });

  it('fixed texts come and go', () => {
    const fixed = edit.withFixed(peopleTemplate, 'rank', 'SGT');
    expect(fixed.fixed).toEqual({ rank: 'SGT' });
    expect(edit.withFixed(fixed, 'rank', '').fixed).toEqual({});
  });
});
