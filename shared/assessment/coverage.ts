import type { AttributeCode } from './attributes.ts';
import {
  attributesInScope,
  processesOf,
  type AssessmentPlan,
  type Item,
  type ItemSource,
} from './workbook.ts';

/** How far evidence is. `unreliable` and `missing` count for nothing, but are listed. */
export type EvidenceState = 'needed' | 'requested' | 'received' | 'valid' | 'unreliable' | 'missing';

/** A piece of evidence, as far as coverage looks at it. */
export interface EvidencePiece {
  readonly id: string;
  readonly state: string;
  readonly processes: readonly string[];
  /** As in 1.1. */
  readonly attributes: readonly string[];
  /** Codes of outcomes, of a process (IM-O1) or of an attribute (PA2.1-O1). */
  readonly outcomes: readonly string[];
}

/** What an assessor still has to do for it: nothing, see the rest, judge, wait, ask, find out how. */
export type Standing = 'seen' | 'partly' | 'toJudge' | 'asked' | 'needed' | 'nothing';

export interface CoveredItem {
  readonly item: Item;
  readonly standing: Standing;
  readonly pieces: readonly string[];
}

export interface CoverageCell {
  readonly process: string;
  readonly attribute: AttributeCode;
  readonly standing: Standing;
  /** Outcomes that valid evidence tells of. */
  readonly seen: number;
  readonly items: readonly CoveredItem[];
  /** Pieces for the attribute as a whole. */
  readonly whole: readonly string[];
  /** All pieces, for the whole and for single outcomes, each once. */
  readonly pieces: readonly string[];
}

export interface Coverage {
  readonly cells: readonly CoverageCell[];
  /** Pieces that tell of nothing in scope, as they name no process, attribute or outcome of it. */
  readonly unplaced: readonly string[];
}

/**
 * What evidence there is for each attribute of each process in scope, and for each of its outcomes.
 * An attribute is seen where each of its outcomes is; where the method rates it as a whole (R2, R3), one valid piece for the whole is enough.
 */
export function coverageOf(
  plan: AssessmentPlan,
  source: ItemSource,
  pieces: readonly EvidencePiece[],
): Coverage {
  const ratesOutcomes = plan.method.name === 'R1';
  const cells = processesOf(plan).flatMap((process) =>
    attributesInScope(plan, process).map((attribute) =>
      cellOf(process, attribute, itemsOf(source, process, attribute), pieces, ratesOutcomes),
    ),
  );
  const placed = new Set(cells.flatMap((cell) => cell.pieces));
  return { cells, unplaced: pieces.map(({ id }) => id).filter((id) => !placed.has(id)) };
}

/** The outcomes by which an attribute of a process is judged. */
export function itemsOf(source: ItemSource, process: string, attribute: AttributeCode): readonly Item[] {
  return attribute === '1.1' ? source.outcomes(process) : source.indicators(attribute);
}

function cellOf(
  process: string,
  attribute: AttributeCode,
  items: readonly Item[],
  pieces: readonly EvidencePiece[],
  ratesOutcomes: boolean,
): CoverageCell {
  // Codes of a process's own outcomes name the process; those of an attribute are the same for all processes.
  const own = pieces.filter(
    (piece) => piece.processes.includes(process) || (attribute === '1.1' && piece.processes.length === 0),
  );
  const covered = items.map((item): CoveredItem => {
    const about = own.filter(({ outcomes }) => outcomes.includes(item.code));
    return { item, standing: bestOf(about), pieces: about.map(({ id }) => id) };
  });
  const forItems = new Set(covered.flatMap((one) => one.pieces));
  const whole = own.filter(
    ({ id, processes, attributes }) =>
      processes.length > 0 && attributes.includes(attribute) && !forItems.has(id),
  );
  const seen = covered.filter(({ standing }) => standing === 'seen').length;
  const about = own.filter((piece) => forItems.has(piece.id) || whole.includes(piece));
  const best = bestOf(about);
  const isSeen = (items.length > 0 && seen === items.length) || (!ratesOutcomes && bestOf(whole) === 'seen');
  return {
    process,
    attribute,
    standing: isSeen ? 'seen' : best === 'seen' ? 'partly' : best,
    seen,
    items: covered,
    whole: whole.map(({ id }) => id),
    pieces: about.map(({ id }) => id),
  };
}

const order: readonly (readonly [state: EvidenceState, standing: Standing])[] = [
  ['valid', 'seen'],
  ['received', 'toJudge'],
  ['requested', 'asked'],
  ['needed', 'needed'],
];

function bestOf(pieces: readonly EvidencePiece[]): Standing {
  return order.find(([state]) => pieces.some((piece) => piece.state === state))?.[1] ?? 'nothing';
}
