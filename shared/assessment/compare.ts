import { changeOf, type Change } from './change.ts';
import { knowledgeOf } from './gap.ts';
import type { ProcessResult } from './workbook.ts';

/** What a result is about: of an assessment in this workspace, or of another unit that came as a file. */
export interface Comparable {
  readonly id: string;
  readonly title: string;
  /** Name of the unit that was assessed. */
  readonly unit: string;
  /** Day on which it was assessed, 2026-11-22. */
  readonly on: string;
  /** Code of the reference model. */
  readonly model: string;
  /** Class and scale of the assessment; absent where they are not known. */
  readonly class?: string;
  readonly scale?: string;
  /** Its ratings may still change. */
  readonly isProvisional?: boolean;
  /** Page on which it is told in full. */
  readonly address?: string;
}

/** A result that can stand beside others. */
export interface ComparedResult extends Comparable {
  readonly profile: readonly ProcessResult[];
}

export interface ComparedCell {
  readonly on: ComparedResult;
  /** Undefined where the process was not in scope. */
  readonly result: ProcessResult | undefined;
  /** What it is compared with, and what came of it; absent where there is nothing to compare with. */
  readonly against?: ComparedResult;
  readonly change?: Change;
}

export interface ComparedRow {
  readonly process: string;
  readonly cells: readonly ComparedCell[];
}

export interface Comparison {
  /** By unit, then by day. */
  readonly results: readonly ComparedResult[];
  readonly rows: readonly ComparedRow[];
}

/**
 * Level of each process in each result, with its change. Without a base each is compared with the latest one before it of the same unit that has the
 * process in scope; with a base all are compared with that one.
 * @param base id of a result.
 */
export function compareResults(given: readonly ComparedResult[], base?: string): Comparison {
  const results = inOrder(given);
  const fixed = results.find(({ id }) => id === base);
  const rows = processesIn(results).map((process) => ({
    process,
    cells: results.map((on) => cellOf(process, on, fixed ?? earlierOf(process, on, results))),
  }));
  return { results, rows };
}

/** By unit, then by day, then by title: the order in which results stand beside each other. */
export function inOrder(results: readonly ComparedResult[]): readonly ComparedResult[] {
  return results.toSorted(
    (one, other) =>
      one.unit.localeCompare(other.unit) ||
      one.on.localeCompare(other.on) ||
      one.title.localeCompare(other.title),
  );
}

export function processesIn(results: readonly ComparedResult[]): readonly string[] {
  return [...new Set(results.flatMap(({ profile }) => profile.map(({ process }) => process)))];
}

export function resultOf({ profile }: ComparedResult, process: string): ProcessResult | undefined {
  return profile.find((result) => result.process === process);
}

function earlierOf(
  process: string,
  on: ComparedResult,
  results: readonly ComparedResult[],
): ComparedResult | undefined {
  const before = results.slice(0, results.indexOf(on));
  return before.findLast((one) => one.unit === on.unit && resultOf(one, process) !== undefined);
}

function cellOf(process: string, on: ComparedResult, against: ComparedResult | undefined): ComparedCell {
  const result = resultOf(on, process);
  if (!result || !against || against === on) return { on, result };
  return { on, result, against, change: changeOf(process, against, on) };
}

/** What a pair of results cannot say, or says with a reservation. */
export interface Reservations {
  readonly model: boolean;
  readonly class: boolean;
  readonly scale: boolean;
  /** Which of the two may still change. */
  readonly provisional: readonly ComparedResult[];
  /** Processes in the scope of one of them only. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** Processes in scope of both, of which a level is open in one of them. */
  readonly open: readonly string[];
}

export function reservationsOf(before: ComparedResult, after: ComparedResult): Reservations {
  const [earlier, later] = [processesIn([before]), processesIn([after])];
  const isOpen = (one: ComparedResult, process: string) => {
    const result = resultOf(one, process);
    return result !== undefined && knowledgeOf(result) === 'open';
  };
  return {
    model: before.model !== after.model,
    class: differs(before.class, after.class),
    scale: differs(before.scale, after.scale),
    provisional: [before, after].filter(({ isProvisional }) => isProvisional === true),
    onlyBefore: earlier.filter((process) => !later.includes(process)),
    onlyAfter: later.filter((process) => !earlier.includes(process)),
    open: later.filter(
      (process) => earlier.includes(process) && (isOpen(before, process) || isOpen(after, process)),
    ),
  };
}

function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** A unit's processes in a year, each as it was assessed last in it. */
export interface UnitYear {
  readonly unit: string;
  readonly year: string;
  readonly from: readonly ComparedResult[];
  readonly assessed: number;
  readonly atTarget: number;
  /** Below the target as far as is rated, and may be more. */
  readonly open: number;
}

export function unitYears(results: readonly ComparedResult[]): readonly UnitYear[] {
  const groups = alike(inOrder(results), ({ unit, on }) => JSON.stringify([unit, on.slice(0, 4)]));
  return groups.flatMap((from) => {
    const [first] = from;
    if (!first) return [];
    const latest = processesIn(from).flatMap((process) => {
      const result = from.map((one) => resultOf(one, process)).findLast((one) => one !== undefined);
      return result ? [result] : [];
    });
    return [
      {
        unit: first.unit,
        year: first.on.slice(0, 4),
        from,
        assessed: latest.length,
        atTarget: latest.filter(({ gap }) => gap === 0).length,
        open: latest.filter((result) => knowledgeOf(result) === 'open').length,
      },
    ];
  });
}

/** Levels of a process over time: a line for each unit and reference model. */
export interface LevelLine {
  readonly unit: string;
  readonly model: string;
  readonly points: readonly { readonly on: ComparedResult; readonly result: ProcessResult }[];
}

export function linesOf(results: readonly ComparedResult[], process: string): readonly LevelLine[] {
  const groups = alike(
    inOrder(results).flatMap((on) => {
      const result = resultOf(on, process);
      return result ? [{ on, result }] : [];
    }),
    ({ on }) => JSON.stringify([on.unit, on.model]),
  );
  return groups.flatMap((points) => {
    const [first] = points;
    return first ? [{ unit: first.on.unit, model: first.on.model, points }] : [];
  });
}

/** Which results are compared with each other: those of a unit in the order of their days, or the base with each other one. */
export function comparedPairs(
  given: readonly ComparedResult[],
  base?: string,
): readonly (readonly [before: ComparedResult, after: ComparedResult])[] {
  const results = inOrder(given);
  const fixed = results.find(({ id }) => id === base);
  if (fixed) return results.filter((one) => one !== fixed).map((one) => [fixed, one] as const);
  return results.flatMap((after, place) => {
    const before = results[place - 1];
    return before?.unit === after.unit ? [[before, after] as const] : [];
  });
}

/** Items of one key together, keys in the order of their first item. */
function alike<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  return [...new Set(items.map(keyOf))].map((key) => items.filter((item) => keyOf(item) === key));
}
