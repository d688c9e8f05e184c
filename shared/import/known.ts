import type { FoldState } from '../changelog/fold-state.ts';
import { isLegal, projectRecord } from '../changelog/project.ts';
import type { RecordView } from '../definition/record.ts';
import { isEmpty, type FieldValue } from '../definition/values.ts';
import { landing, transitionFor } from '../engine/lifecycle.ts';
import { shapeOf } from '../engine/shape.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import { createKey } from './identity.ts';
import type { ImportedFact, ImportedRecord } from './imported.ts';
import type { Mapping } from './mapping.ts';
import { pathTo } from './move.ts';
import { stateNamed, unreachable, type PlannedRow } from './plan-record.ts';
import type { PlannedRecord } from './planned.ts';
import type { SourceRow } from './source-row.ts';

/** What an import does with a record: make it, add to it, leave it as it is already there, leave it as told to. */
export type Fate = 'new' | 'changed' | 'same' | 'skipped';

export interface Decided {
  readonly fate: Fate;
  /** What is to be written; no entries where nothing is. */
  readonly record: ImportedRecord;
  /** Lines of the file that are here already. */
  readonly known: number;
  readonly problems: readonly Problem[];
}

/** What is planned for one record, and what that means for what is here. */
export interface Planned {
  readonly plan: PlannedRecord;
  readonly decided: Decided;
}

/** Compares the plan of a history with what is here: what is here already is left out (IMP-40). */
export function decideHistory(mapping: Mapping, plan: PlannedRecord, state: FoldState | undefined): Decided {
  const { record, lines } = plan;
  if (!state) return { fate: 'new', record, known: 0, problems: [] };
  const isOurs = state.keys[createKey] !== undefined;
  if (!isOurs) {
    const stopped = decideForeign(mapping, plan, state);
    if (stopped) return stopped;
  }
  const isHere = (entry: ImportedFact): boolean =>
    entry.key === createKey || state.keys[entry.key] !== undefined;
  const entries = record.intentions.filter((entry) => !isHere(entry));
  const touched = new Set(entries.map((entry) => lineOf(entry)));
  const problems = entries.length > 0 ? checkFollows(mapping, plan, entries, state) : [];
  return {
    fate: entries.length === 0 ? 'same' : 'changed',
    record: { ...record, intentions: entries },
    known: lines.length - lines.filter((line) => touched.has(line)).length,
    problems,
  };
}

function lineOf(entry: ImportedFact): number {
  return Number(/ line (\d+)$/.exec(entry.origin.source ?? '')?.[1] ?? 0);
}

/** The acts that are new must follow on where the record is now. */
function checkFollows(
  mapping: Mapping,
  plan: PlannedRecord,
  entries: readonly ImportedFact[],
  state: FoldState,
): readonly Problem[] {
  const { type } = mapping;
  let at = projectRecord(state, shapeOf(type))?.state ?? type.lifecycle.initial;
  for (const entry of entries) {
    const { body } = entry;
    if (body.kind !== 'act') continue;
    const transition = transitionFor(type.lifecycle, body.action, at);
    const to = transition ? landing(transition, at) : body.to;
    if (!isLegal(type.lifecycle, body.action, at, to)) {
      return [problem('OUT-IMP-014', { line: lineOf(entry), value: plan.key })];
    }
    at = to;
  }
  return [];
}

/** A record with this key that no import made: what the person chose for duplicates counts. */
function decideForeign(mapping: Mapping, plan: PlannedRecord, state: FoldState): Decided | undefined {
  const { duplicates } = mapping.template;
  const record = { ...plan.record, intentions: [] };
  if (duplicates === 'update') return undefined;
  if (duplicates === 'skip') return { fate: 'skipped', record, known: 0, problems: [] };
  const line = Math.min(...plan.lines);
  const place = { line, value: plan.key, record: state.create?.number ?? state.id };
  const fault = problem('OUT-IMP-007', place);
  const column = mapping.template.key?.column;
  const located = locate(fault, column === undefined ? {} : { column });
  return { fate: 'skipped', record, known: 0, problems: [located] };
}

/** Compares the plan of a row with what is here (IMP-40, IMP-41). */
export function decideRow(
  mapping: Mapping,
  plan: PlannedRow,
  row: SourceRow,
  state: FoldState | undefined,
): Decided {
  if (!state) return { fate: 'new', record: plan.record, known: 0, problems: [] };
  const nothing: ImportedRecord = { ...plan.record, intentions: [] };
  const isTaken = Object.keys(state.keys).some((key) => key.startsWith(`${plan.fact}.`));
  const isHere = isTaken || wasMadeFrom(mapping, plan, state);
  if (isHere) return { fate: 'same', record: nothing, known: 1, problems: [] };
  const stopped = decideForeign(mapping, plan, state);
  if (stopped) return stopped;
  const view = projectRecord(state, shapeOf(mapping.type));
  if (!view) return { fate: 'skipped', record: nothing, known: 0, problems: [] };
  return updateOf(mapping, plan, row, view);
}

/** The record was made from a row that said the same. */
function wasMadeFrom({ type }: Mapping, plan: PlannedRow, state: FoldState): boolean {
  if (state.keys[createKey] === undefined || !state.create) return false;
  const made = state.create.fields;
  const isSame = Object.entries(plan.values).every(([name, value]) => same(made[name] ?? null, value));
  // The acts that the import put in when it made the record stand in front of all others.
  const later = state.acts.findIndex((act) => act.inferred !== true);
  const madeIn = (later === -1 ? state.acts : state.acts.slice(0, later)).at(-1)?.to;
  return isSame && (plan.state === undefined || plan.state === (madeIn ?? type.lifecycle.initial));
}

/** An empty cell says nothing; a value that is here already is not written again. */
function updateOf(mapping: Mapping, plan: PlannedRow, row: SourceRow, view: RecordView): Decided {
  const changed = Object.entries(plan.values).filter(
    ([name, value]) => !same(view.fields[name] ?? null, value),
  );
  const { fact, origin, state } = plan;
  const entries: ImportedFact[] = [];
  if (changed.length > 0) {
    entries.push({ key: `${fact}.set`, body: { kind: 'set', fields: Object.fromEntries(changed) }, origin });
  }
  const problems: Problem[] = [];
  if (state !== undefined && state !== view.state && stateNamed(mapping.type, state) !== undefined) {
    const path = pathTo(mapping.type.lifecycle, view.state, { is: [state] });
    if (!path) problems.push(unreachable(mapping, row, view, state));
    let at = view.state;
    for (const { action, to } of path ?? []) {
      at = to === 'same' ? at : to;
      entries.push({
        key: `${fact}.${action}.${entries.length}`,
        body: { kind: 'act', action, to: at, fields: {} },
        origin: { ...origin, inferred: true },
      });
    }
  }
  const record: ImportedRecord = { ...plan.record, intentions: entries };
  return {
    fate: entries.length > 0 ? 'changed' : 'same',
    record,
    known: entries.length > 0 ? 0 : 1,
    problems,
  };
}

function same(a: FieldValue, b: FieldValue): boolean {
  return a === b || (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
}
