import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One row of the event log by its headings. */
export type LogRow = Readonly<Record<string, string>> & { readonly line: number };

/** What the file says of one incident, computed from its rows alone. */
export interface IncidentFigures {
  readonly number: string;
  readonly rows: readonly LogRow[];
  readonly openedAt: number;
  readonly resolvedAt: number;
  readonly timeToResolve: number;
  readonly reopenings: number;
  readonly reassignments: number;
  /** Runs of rows in any Awaiting state. */
  readonly waits: number;
  /** Runs of rows in one and the same Awaiting state. */
  readonly waitReasons: readonly string[];
}

export const eventLogPath = join(import.meta.dirname, '../data/incident_event_log.csv');

/** Reads `29-02-2016 01:16` as UTC. */
export function logTime(text: string): number {
  const [day = '', month = '', rest = ''] = text.split('-');
  const [year = '', clock = ''] = rest.split(' ');
  return Date.parse(`${year}-${month}-${day}T${clock}:00Z`);
}

/** The figures of the 890 incidents, without any code of the import. The file has no quotes, so a split reads it. */
export function eventLogFigures(): readonly IncidentFigures[] {
  const [head = '', ...lines] = readFileSync(eventLogPath, 'utf8').trimEnd().split(/\r?\n/);
  const headings = head.split(',');
  const byNumber = new Map<string, LogRow[]>();
  lines.forEach((text, index) => {
    const cells = text.split(',');
    const named = Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? '']));
    const row = { ...named, line: index + 2 } as LogRow;
    const number = row['number'] ?? '';
    byNumber.set(number, [...(byNumber.get(number) ?? []), row]);
  });
  return [...byNumber].map(([number, rows]) => figuresOf(number, rows));
}

/** Rows stand in the order of the file: it is the order in which every incident's states make sense. */
function figuresOf(number: string, rows: readonly LogRow[]): IncidentFigures {
  const cell = (row: LogRow | undefined, column: string): string => row?.[column] ?? '';
  const most = (column: string): number => Math.max(...rows.map((row) => Number(cell(row, column))));
  const awaiting = rows
    .map((row) => cell(row, 'incident_state'))
    .map((state) => (state.startsWith('Awaiting') ? state : ''));
  const resolvedRows = rows.filter((row) => cell(row, 'incident_state') === 'Resolved');
  const stated = cell(rows.at(-1), 'resolved_at');
  const resolvedAt = logTime(stated === '?' ? cell(resolvedRows.at(-1), 'sys_updated_at') : stated);
  const openedAt = logTime(cell(rows[0], 'opened_at'));
  return {
    number,
    rows,
    openedAt,
    resolvedAt,
    timeToResolve: resolvedAt - openedAt,
    reopenings: most('reopen_count'),
    reassignments: most('reassignment_count'),
    waits: awaiting.filter((state, index) => state !== '' && (awaiting[index - 1] ?? '') === '').length,
    waitReasons: awaiting.filter((state, index) => state !== '' && state !== awaiting[index - 1]),
  };
}
