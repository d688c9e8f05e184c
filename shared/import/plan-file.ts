import type { FoldState } from '../changelog/fold-state.ts';
import type { Config } from '../definition/config.ts';
import { locate, problem, ProblemError, type Problem } from '../kernel/errors.ts';
import { factKey, importedId, Occurrences } from './identity.ts';
import { decideHistory, decideRow, type Planned } from './known.ts';
import type { Mapping } from './mapping.ts';
import { EventReader } from './history-events.ts';
import { planHistory } from './plan-history.ts';
import { planRecord } from './plan-record.ts';
import { keyOf } from './read-row.ts';
import type { RoleWatch } from './role-watch.ts';
import type { SourceRow } from './source-row.ts';

/** A row that cannot even be planned. */
export interface Refused {
  readonly line: number;
  readonly problems: readonly Problem[];
}

export interface FileParts {
  readonly mapping: Mapping;
  readonly config: Config;
  readonly rows: Iterable<SourceRow>;
  /** Last line of each key, from the survey. */
  readonly lastLines: ReadonlyMap<string, number>;
  /** Ids of the records here that have a key. */
  readonly idsOf: (key: string) => readonly string[];
  readonly stateOf: (id: string) => FoldState | undefined;
  /** Where rows may give roles. */
  readonly roles?: RoleWatch | undefined;
  /** Lines of a sheet end with their last value; those of a text file have a cell for each heading. */
  readonly mayBeShort: boolean;
}

/** Cells of rows that wait for the other rows of their record. */
const mostWaiting = 3_000_000;

/**
 * Plans a whole file, record by record, in the order in which their last rows stand. Never waits for anything, so it can run
 * inside a database transaction.
 */
export function* planFile(parts: FileParts): Generator<Planned | Refused> {
  const { mode, events } = parts.mapping.template;
  const steps = mode === 'eventLog' && events ? planHistories(parts) : planRows(parts);
  const { roles } = parts;
  if (!roles) yield* steps;
  else for (const step of steps) yield isRefused(step) ? step : roles.judge(step);
}

export function isRefused(step: Planned | Refused): step is Refused {
  return !('plan' in step);
}

function* planHistories(parts: FileParts): Generator<Planned | Refused> {
  const { mapping, config, lastLines } = parts;
  const rules = mapping.template.events;
  const waiting = new Map<string, SourceRow[]>();
  let cells = 0;
  if (!rules) return;
  const history = { mapping, rules, config, reader: new EventReader(mapping, rules) };
  for (const row of parts.rows) {
    const key = keyOf(mapping, row);
    const faults = [...raggedness(parts, row), ...missingKey(mapping, row, key)];
    if (faults.length > 0) yield { line: row.line, problems: faults };
    if (key === '') continue;
    const rows = waiting.get(key) ?? [];
    rows.push(row);
    waiting.set(key, rows);
    cells += row.cells.length;
    if (lastLines.get(key) === row.line) {
      waiting.delete(key);
      for (const done of rows) cells -= done.cells.length;
      const { id, problems } = identify(parts, key, row);
      if (problems.length > 0) yield { line: row.line, problems };
      const plan = planHistory(history, rows, id);
      yield { plan, decided: decideHistory(mapping, plan, parts.stateOf(id)) };
    } else if (cells > mostWaiting) {
      const column = mapping.template.key?.column ?? '';
      throw new ProblemError(problem('OUT-IMP-021', { line: row.line, column }));
    }
  }
}

function* planRows(parts: FileParts): Generator<Planned | Refused> {
  const { mapping, config } = parts;
  const { key: rule } = mapping.template;
  const lines = new Map<string, number>();
  const contents = new Occurrences();
  for (const row of parts.rows) {
    const key = keyOf(mapping, row);
    const faults = [...raggedness(parts, row), ...(rule ? missingKey(mapping, row, key) : [])];
    const firstLine = lines.get(key);
    if (rule && key !== '' && firstLine !== undefined) {
      faults.push(problem('OUT-IMP-006', { line: row.line, value: key, firstLine, column: rule.column }));
    }
    if (rule && key !== '') lines.set(key, firstLine ?? row.line);
    if (faults.length > 0) {
      yield { line: row.line, problems: faults };
      continue;
    }
    const { id, problems } = rule ? identify(parts, key, row) : { id: '', problems: [] };
    if (problems.length > 0) yield { line: row.line, problems };
    const own = rule ? id : idOfContents(mapping, row, contents);
    const plan = planRecord(mapping, row, own, config);
    yield { plan, decided: decideRow(mapping, plan, row, parts.stateOf(own)) };
  }
}

/** Without a key the contents tell records apart; the same row twice in a file is two records. */
function idOfContents(mapping: Mapping, row: SourceRow, contents: Occurrences): string {
  const key = factKey([mapping.template.source, ...row.cells]);
  return importedId(mapping.type.name, '', [key, String(contents.next(key))]);
}

/** The ids that the rows of a file without a key have. */
export function* contentIds(mapping: Mapping, rows: Iterable<SourceRow>): Generator<string> {
  const contents = new Occurrences();
  for (const row of rows) yield idOfContents(mapping, row, contents);
}

function identify(
  parts: FileParts,
  key: string,
  row: SourceRow,
): { readonly id: string; readonly problems: readonly Problem[] } {
  const { type, template } = parts.mapping;
  const field = template.key?.field ?? '';
  const ids = parts.idsOf(key);
  const id = ids[0] ?? importedId(type.name, field, [key]);
  if (ids.length < 2) return { id, problems: [] };
  const label = type.fields[field]?.label ?? 'Number';
  const fault = problem('OUT-IMP-017', { field: label, count: ids.length, target: type.plural, value: key });
  return { id, problems: [locate(fault, { line: row.line, column: template.key?.column ?? '' })] };
}

function missingKey(mapping: Mapping, row: SourceRow, key: string): readonly Problem[] {
  const column = mapping.template.key?.column ?? '';
  if (key !== '') return [];
  return [locate(problem('OUT-VAL-001', { field: column }), { line: row.line, column })];
}

/** A cell too many or too few means that separators or quotes are wrong, and every cell may stand under a wrong heading. */
function raggedness({ mapping, mayBeShort }: FileParts, row: SourceRow): readonly Problem[] {
  const expected = mapping.headings.length;
  const isLong = row.cells.slice(expected).some((cell) => cell.trim() !== '');
  const isShort = !mayBeShort && row.cells.length < expected;
  if (!isLong && !isShort) return [];
  return [problem('OUT-IMP-009', { line: row.line, count: row.cells.length, expected })];
}
