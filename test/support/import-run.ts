import { ImportSession } from '#renderer/import/import-session.ts';
import { bytesOf } from '#renderer/import/read/byte-source.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { ImportTally } from '#shared/import/tally.ts';
import type { ImportTemplate } from '#shared/import/template.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { MemoryWorkspace } from './memory-workspace.ts';

export const importer: Actor = { id: 'importer', roles: ['administrator', 'analyst'], teams: [] };
/** When imports of tests run, epoch ms. */
export const importedAt = Date.UTC(2026, 10, 2, 8);
export const quietWatch = { signal: new AbortController().signal, onProgress: () => undefined };

/** Rows of people: the smallest useful template. */
export const peopleTemplate: ImportTemplate = {
  version: 1,
  name: 'people',
  source: 'HR',
  recordType: 'person',
  mode: 'records',
  file: {},
  key: { column: 'id', field: 'externalReference' },
  duplicates: 'update',
  emptyMarks: ['-'],
  dates: { form: 'iso', zone: 'UTC' },
  decimal: '.',
  columns: [
    { column: 'name', field: 'name' },
    { column: 'mail', field: 'email' },
  ],
  fixed: {},
};

/** Events of incidents: number, time, state, team, count of reassignments. */
export const eventsTemplate: ImportTemplate = {
  ...peopleTemplate,
  name: 'events',
  source: 'Desk',
  recordType: 'incident',
  mode: 'eventLog',
  key: { column: 'number', field: 'externalReference' },
  columns: [
    { column: 'title', field: 'title' },
    { column: 'team', field: 'team', reference: { type: 'team', by: 'name', create: true } },
  ],
  fixed: { contactType: 'event', impact: '2', urgency: '2' },
  events: {
    time: 'time',
    sequence: 'seq',
    actor: 'by',
    state: {
      column: 'state',
      states: {
        New: { is: ['new', 'assigned'] },
        Active: { is: ['inProgress'], fields: { pendingReason: '' } },
        'Awaiting user': { is: ['pending'], fields: { pendingReason: 'user' } },
        'Awaiting vendor': { is: ['pending'], fields: { pendingReason: 'vendor' } },
        Resolved: { is: ['resolved'], fields: { pendingReason: '' } },
        Closed: { is: ['closed'], by: 'close' },
      },
    },
    acts: [{ action: 'assign', fields: ['team'], count: { column: 'moves', derived: 'reassignmentCount' } }],
    finished: { action: 'resolve', time: 'resolved' },
    figures: [{ derived: 'reopenCount', column: 'reopened' }],
    ignored: [],
  },
};

export const eventHeadings = 'number,title,time,seq,by,state,team,moves,resolved,reopened,remark';

export function csvBytes(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

export function sessionFor(
  workspace: MemoryWorkspace,
  bytes: Uint8Array,
  actor: Actor = importer,
): ImportSession {
  const source = bytesOf('file.csv', bytes);
  return new ImportSession({
    source,
    catalogue,
    workspace,
    find: workspace.find,
    actor,
    now: () => importedAt,
  });
}

export interface Run {
  readonly workspace: MemoryWorkspace;
  readonly tally: ImportTally;
  readonly records: readonly RecordView[];
}

/** Imports a file and gives back what came of it. */
export async function importLines(
  template: ImportTemplate,
  lines: readonly string[],
  workspace: MemoryWorkspace = new MemoryWorkspace(catalogue),
): Promise<Run> {
  const { tally } = await sessionFor(workspace, csvBytes(...lines)).commit(template, quietWatch);
  return { workspace, tally, records: workspace.records(template.recordType) };
}

/** The problems that a dry run finds. */
export async function problemsIn(
  template: ImportTemplate,
  lines: readonly string[],
  workspace: MemoryWorkspace = new MemoryWorkspace(catalogue),
): Promise<readonly Problem[]> {
  const { tally } = await sessionFor(workspace, csvBytes(...lines)).dryRun(template, quietWatch);
  return tally.problems;
}
