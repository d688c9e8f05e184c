import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../definition/config.ts';
import type { RecordView } from '../definition/record.ts';
import { catalogue } from '../processes/catalogue.ts';
import {
  eventHeadings,
  eventsTemplate,
  importLines,
  problemsIn,
  type Run,
} from '#test/support/import-run.ts';

/** Rows of one incident; `number`, title and the time of day are put in front. */
function rows(...events: readonly string[]): readonly string[] {
  return [
    eventHeadings,
    ...events.map((event, index) => `INC1,Printer,2016-03-01T0${index}:00Z,${index},${event}`),
  ];
}
const at = (hour: number): number => Date.UTC(2016, 2, 1, hour);

function only(run: Run): RecordView {
  expect(run.records.length).toBe(1);
  return run.records[0]!;
}
function steps(record: RecordView): readonly string[] {
  return record.life.map(({ action, to, inferred }) => `${action} ${to}${inferred ? ' inferred' : ''}`);
}
function derived(record: RecordView, name: string): unknown {
  return catalogue.type('incident')?.derived[name]?.compute(record, emptyConfig);
}

describe('planHistory', () => {
  it('IMP-21 the first row makes the record, at its time and by its actor', async () => {
    const record = only(await importLines(eventsTemplate, rows('Ada,New,,0,,0,')));
    expect(record).toMatchObject({ state: 'new', createdAt: at(0), createdBy: 'Ada' });
    expect(record.fields).toMatchObject({
      title: 'Printer',
      contactType: 'event',
      externalReference: 'INC1',
    });
  });

  it('IMP-22 a row that changes nothing is a note with its own time and actor', async () => {
    const run = await importLines(eventsTemplate, rows('Ada,New,,0,,0,', 'Bob,New,,0,,0,'));
    const note = run.workspace.entries.get(only(run).id)?.find(({ origin }) => origin?.by === 'Bob');
    expect(note?.body).toMatchObject({ kind: 'note', audience: 'internal' });
    expect(note?.origin).toEqual({ at: at(1), by: 'Bob', source: 'file.csv line 3' });
  });

  it('IMP-23 columns without a field are kept in notes', async () => {
    const run = await importLines(eventsTemplate, rows('Ada,New,,0,,0,loud', 'Ada,New,,0,,0,quiet'));
    const notes = (run.workspace.entries.get(only(run).id) ?? []).flatMap(({ body }) =>
      body.kind === 'note' ? [body.text] : [],
    );
    expect(notes).toEqual(['remark: loud (seq 0)', 'remark: loud → quiet (seq 1)']);
  });

  it('IMP-24, IMP-25 goes the shortest legal way and marks what the source does not say', async () => {
    const record = only(
      await importLines(
        eventsTemplate,
        rows('Ada,New,,0,,0,', 'Ada,Awaiting user,,0,,0,', 'Ada,Closed,,0,,0,'),
      ),
    );
    expect(steps(record)).toEqual([
      'assign assigned inferred',
      'await pending',
      'resolve resolved inferred',
      'close closed',
    ]);
    expect(record.overtaken).toEqual([]);
  });

  it('IMP-26 going back from Resolved is a reopening', async () => {
    const record = only(
      await importLines(
        eventsTemplate,
        rows('Ada,Active,,0,,0,', 'Ada,Resolved,,0,,0,', 'Ada,Active,,0,,1,', 'Ada,Resolved,,0,,1,'),
      ),
    );
    expect(steps(record)).toEqual([
      'start inProgress',
      'resolve resolved',
      'reopen inProgress',
      'resolve resolved',
    ]);
  });

  it('IMP-27 a change of team is an act, in any state that allows it', async () => {
    const record = only(
      await importLines(
        eventsTemplate,
        rows('Ada,New,Desk,0,,0,', 'Ada,Active,Network,1,,0,', 'Ada,Active,Radio,2,,0,'),
      ),
    );
    expect(steps(record)).toEqual([
      'assign assigned inferred',
      'assign assigned',
      'start inProgress',
      'assign inProgress',
    ]);
    expect(derived(record, 'reassignmentCount')).toBe(2);
  });

  it('IMP-27 a change that the source does not count is no act', async () => {
    const record = only(
      await importLines(eventsTemplate, rows('Ada,New,Desk,0,,0,', 'Ada,New,Network,0,,0,')),
    );
    expect(derived(record, 'reassignmentCount')).toBe(0);
    expect(record.fields['team']).not.toBe(record.life[0]?.inputs['team']);
  });

  it('IMP-28 a count that rises without a visible change puts acts in, marked as inferred', async () => {
    const record = only(await importLines(eventsTemplate, rows('Ada,New,Desk,0,,0,', 'Ada,New,Desk,2,,0,')));
    expect(derived(record, 'reassignmentCount')).toBe(2);
    expect(steps(record).filter((step) => step.startsWith('assign')).length).toBe(3);
    expect(record.life.every(({ inferred }) => inferred)).toBe(true);
  });

  it('IMP-29 waiting for somebody else goes on as one wait with another reason', async () => {
    const record = only(
      await importLines(
        eventsTemplate,
        rows('Ada,Active,,0,,0,', 'Ada,Awaiting user,,0,,0,', 'Ada,Awaiting vendor,,0,,0,'),
      ),
    );
    expect(steps(record)).toEqual(['start inProgress', 'await pending', 'await pending']);
    expect(record.fields['pendingReason']).toBe('vendor');
    expect(derived(record, 'waitCount')).toBe(1);
  });

  it('IMP-30 resolved is reached in the row whose time the source states', async () => {
    const resolved = '2016-03-01T02:00Z';
    const run = await importLines(
      eventsTemplate,
      rows(
        `Ada,Active,Desk,0,${resolved},0,`,
        `Ada,Resolved,Desk,0,${resolved},0,`,
        `Bob,Resolved,Radio,1,${resolved},0,`,
      ),
    );
    const record = only(run);
    expect(record.life.at(-1)).toMatchObject({ action: 'resolve', at: at(2), actor: 'Bob' });
    expect(derived(record, 'reassignmentCount')).toBe(1);
    const note = run.workspace.entries
      .get(record.id)
      ?.find(({ origin }) => origin?.source === 'file.csv line 3');
    expect(note?.body).toMatchObject({ kind: 'note', text: 'state: Resolved (seq 1)' });
  });

  it('IMP-30 where no row has that time, the first row of the stay has it, and its own time in a note', async () => {
    const resolved = '2016-03-01T00:30Z';
    const run = await importLines(
      eventsTemplate,
      rows(`Ada,Active,,0,${resolved},0,`, `Ada,Resolved,,0,${resolved},0,`),
    );
    const record = only(run);
    expect(record.life.at(-1)).toMatchObject({ action: 'resolve', at: Date.UTC(2016, 2, 1, 0, 30) });
    const own = run.workspace.entries.get(record.id)?.filter(({ origin }) => origin?.at === at(1));
    expect(own?.map(({ body }) => body.kind)).toEqual(['note']);
  });

  it('IMP-30 where the source states no time, the last row of the stay counts', async () => {
    const record = only(
      await importLines(
        eventsTemplate,
        rows('Ada,Active,,0,,0,', 'Ada,Resolved,,0,,0,', 'Ada,Resolved,,0,,0,', 'Ada,Closed,,0,,0,'),
      ),
    );
    expect(derived(record, 'resolvedAt')).toBe(at(2));
  });

  it('IMP-32 a figure that differs from the source is told, and nothing is changed for it', async () => {
    const { tally } = await importLines(eventsTemplate, rows('Ada,Active,,0,,3,'));
    expect(tally.notices).toMatchObject([
      { code: 'OUT-IMP-020', what: { value: 'INC1', column: 'reopened', line: 2 } },
    ]);
  });

  it.each([
    ['OUT-IMP-013', 'state', 'Ada,Asleep,,0,,0,'],
    ['OUT-VAL-007', 'resolved', 'Ada,New,,0,soon,0,'],
  ])('IMP-33 %s names line and column %s', async (code, column, event) => {
    expect(await problemsIn(eventsTemplate, rows(event))).toMatchObject([
      { code, what: { line: 2, column } },
    ]);
  });

  it('IMP-33 a time that is missing or no time is refused', async () => {
    const lines = [eventHeadings, 'INC1,Printer,,1,Ada,New,,0,,0,', 'INC2,Printer,noon,1,Ada,New,,0,,0,'];
    expect(await problemsIn(eventsTemplate, lines)).toMatchObject([
      { code: 'OUT-VAL-001', what: { line: 2, column: 'time' } },
      { code: 'OUT-VAL-007', what: { line: 3, column: 'time', value: 'noon' } },
    ]);
  });

  it('IMP-33 a state that no action leads to is refused', async () => {
    const lines = rows('Ada,Closed,,0,,0,', 'Ada,New,,0,,0,');
    expect(await problemsIn(eventsTemplate, lines)).toMatchObject([
      { code: 'OUT-IMP-018', what: { line: 3, column: 'state' } },
    ]);
  });

  it('IMP-33 a record that lacks a required field is refused, at the line of its last row', async () => {
    const lines = [eventHeadings, 'INC1,,2016-03-01T00:00Z,1,Ada,New,,0,,0,'];
    expect(await problemsIn(eventsTemplate, lines)).toMatchObject([
      { code: 'OUT-VAL-001', what: { line: 2, column: 'title' } },
    ]);
  });
});
