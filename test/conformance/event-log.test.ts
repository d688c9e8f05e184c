import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import serviceNow from '#resources/templates/servicenow-incident-event-log.json' with { type: 'json' };
import { ImportSession } from '#renderer/import/import-session.ts';
import { bytesOf } from '#renderer/import/read/byte-source.ts';
import { happenedAt, doneBy, type Entry } from '#shared/changelog/entry.ts';
import { emptyConfig } from '#shared/definition/config.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { ImportTally } from '#shared/import/tally.ts';
import { readTemplate } from '#shared/import/template-schema.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import {
  eventLogFigures,
  eventLogPath,
  logTime,
  type IncidentFigures,
} from '#test/support/event-log-figures.ts';
import { MemoryWorkspace } from '#test/support/memory-workspace.ts';

const watch = { signal: new AbortController().signal, onProgress: () => undefined };
const actor = { id: 'importer', roles: ['administrator'], teams: [] } as const;
const template = readTemplate(serviceNow);
const file = new Uint8Array(readFileSync(eventLogPath));
const figures = eventLogFigures();

function session(workspace: MemoryWorkspace, bytes = file): ImportSession {
  const source = bytesOf('incident_event_log.csv', bytes);
  return new ImportSession({ source, catalogue, workspace, find: workspace.find, actor, now: Date.now });
}

describe('the ServiceNow event log', () => {
  const workspace = new MemoryWorkspace(catalogue);
  let tally: ImportTally;
  let incidents: ReadonlyMap<string, RecordView>;

  function derived(number: string, name: string): unknown {
    const record = incidents.get(number);
    return record && catalogue.type('incident')?.derived[name]?.compute(record, emptyConfig);
  }
  function compare(name: string, figure: (incident: IncidentFigures) => unknown): void {
    const ours = figures.map(({ number }) => [number, derived(number, name)]);
    expect(ours).toEqual(figures.map((incident) => [incident.number, figure(incident)]));
  }
  function entriesOf(number: string): readonly Entry[] {
    return workspace.entries.get(incidents.get(number)?.id ?? '') ?? [];
  }

  beforeAll(async () => {
    if (!template.ok) throw new Error(template.error.message);
    ({ tally } = await session(workspace).commit(template.value, watch));
    const records = workspace.records('incident');
    incidents = new Map(records.map((record) => [textOf(record, 'externalReference'), record]));
  }, 120_000);

  it('IMP-20 imports whole: 890 incidents, 5,998 rows, nothing refused', () => {
    expect(tally).toMatchObject({
      rows: 5998,
      problemCount: 0,
      records: { new: 890, changed: 0, same: 0, skipped: 0 },
    });
    expect(incidents.size).toBe(890);
    expect(figures.length).toBe(890);
  });

  it('IMP-24 every incident ends Closed, and no act was refused or overtaken', () => {
    const states = [...incidents.values()].map(({ state, overtaken }) => [state, overtaken.length]);
    expect(states).toEqual(figures.map(() => ['closed', 0]));
  });

  it('IMP-26 reopenings equal the file’s', () => compare('reopenCount', ({ reopenings }) => reopenings));

  it('IMP-28 reassignments equal the file’s', () =>
    compare('reassignmentCount', ({ reassignments }) => reassignments));

  it('IMP-29 waits equal the file’s, with their reasons', () => {
    compare('waitCount', ({ waits }) => waits);
    const reasons: Readonly<Record<string, string>> = {
      'Awaiting User Info': 'user',
      'Awaiting Problem': 'problem',
      'Awaiting Vendor': 'vendor',
      'Awaiting Evidence': 'user',
    };
    const ours = figures.map(({ number }) =>
      incidents
        .get(number)
        ?.life.filter(({ action }) => action === 'await')
        .map(({ inputs }) => inputs['pendingReason'] ?? null),
    );
    const theirs = figures.map(({ waitReasons }) => waitReasons.map((state) => reasons[state]));
    expect(ours.map((list) => list?.length)).toEqual(theirs.map((list) => list.length));
    ours.forEach((list, index) =>
      list?.forEach((reason, place) => {
        // A wait that goes on for the same reason says only what is new.
        if (reason !== null) expect(reason).toBe(theirs[index]?.[place]);
      }),
    );
  });

  it('IMP-30 times of resolution and times to resolve equal the file’s', () => {
    compare('resolvedAt', ({ resolvedAt }) => resolvedAt);
    compare('timeToResolve', ({ timeToResolve }) => timeToResolve);
  });

  it('IMP-21 each record was opened when and by whom the file says', () => {
    for (const { number, openedAt, rows } of figures) {
      const record = incidents.get(number);
      const by = [rows[0]?.['opened_by'], rows[0]?.['sys_updated_by']].find((name) => name !== '?');
      expect([record?.createdAt, record?.createdBy]).toEqual([openedAt, by]);
    }
  });

  it('IMP-22 every row is an event of the timeline, with its own time, actor and line', () => {
    const missing = figures.flatMap(({ number, rows }) => {
      const entries = entriesOf(number);
      return rows.filter((row) => {
        const at = logTime(row['sys_updated_at'] ?? '');
        const source = `incident_event_log.csv line ${row.line}`;
        return !entries.some(
          (entry) =>
            entry.origin?.source === source &&
            entry.origin.inferred !== true &&
            happenedAt(entry) === at &&
            doneBy(entry) === row['sys_updated_by'],
        );
      });
    });
    expect(missing.map(({ line }) => line)).toEqual([]);
  });

  it('IMP-25 inferred is the first assignment, and what the file counts without showing it', () => {
    const unexplained = figures.flatMap(({ number, rows }) => {
      const rose = rows.filter(
        (row, index) => index > 0 && row['reassignment_count'] !== rows[index - 1]?.['reassignment_count'],
      );
      const acts = entriesOf(number).filter(({ body }) => body.kind === 'act');
      return acts.filter(({ body, origin }, index) => {
        if (origin?.inferred !== true) return false;
        const isCounted = rose.some((row) => origin.source === `incident_event_log.csv line ${row.line}`);
        return body.kind !== 'act' || body.action !== 'assign' || (index > 0 && !isCounted);
      });
    });
    expect(unexplained).toEqual([]);
    const inferred = [...incidents.values()].map(({ life }) => life.filter((step) => step.inferred).length);
    expect(Math.max(...inferred)).toBeLessThanOrEqual(2);
  });

  it('IMP-40 the same file again adds nothing', async () => {
    if (!template.ok) throw new Error(template.error.message);
    const before = [...workspace.entries.values()].flat().length;
    const again = await session(workspace).commit(template.value, watch);
    expect(again.tally.records).toEqual({ new: 0, changed: 0, same: 890, skipped: 0 });
    expect(again.tally.knownRows).toBe(5998);
    expect([...workspace.entries.values()].flat().length).toBe(before);
  }, 120_000);

  it('IMP-42 a longer extract adds only the rows that are new', async () => {
    if (!template.ok) throw new Error(template.error.message);
    const text = new TextDecoder().decode(file);
    const lines = text.trimEnd().split('\n');
    // The last 500 rows come later; the record at the cut goes on where it was.
    const first = new TextEncoder().encode(lines.slice(0, -500).join('\n'));
    const grown = new MemoryWorkspace(catalogue, 'otherreplic');
    await session(grown, first).commit(template.value, watch);
    const { tally: second } = await session(grown).commit(template.value, watch);
    expect(second.knownRows).toBe(5498);
    const views = new Map(grown.records('incident').map((view) => [textOf(view, 'externalReference'), view]));
    for (const [number, record] of incidents) {
      expect(views.get(number)?.state).toBe(record.state);
      expect(views.get(number)?.life.map(({ action }) => action)).toEqual(
        record.life.map(({ action }) => action),
      );
    }
  }, 120_000);
});
