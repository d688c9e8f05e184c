import { cellKey, spreadOf, type Cell, type ScopeLine } from '../workbook.ts';
import type { Assessed } from '../value.ts';

/** Instances of one process in scope, and how many the class of the assessment asks for. */
export interface InstanceFact {
  readonly process: string;
  readonly instances: number;
  readonly asked: number;
}

/** How far the ratings can be relied on, as far as that can be counted. */
export interface ConfidenceFacts {
  /** All that there was to rate; the three that follow add up to it. */
  readonly cells: number;
  readonly rated: number;
  readonly notApplicable: number;
  readonly notRated: number;
  /** Of the rated ones, those with evidence that was held objective. */
  readonly withEvidence: number;
  readonly spread: SpreadFacts;
  readonly instances: readonly InstanceFact[];
}

/** How far assessors were apart before the consensus: cells that two or more of them rated. */
export interface SpreadFacts {
  readonly compared: number;
  readonly same: number;
  readonly oneStep: number;
  readonly moreSteps: number;
  /** Some held the cell not to apply, others rated it. */
  readonly mixed: number;
}

/** Instances of each process that a class asks for. Source: ISO/IEC 33002, clause 4.6, as the choice of class says it. */
const askedByClass: Readonly<Record<string, number>> = { '1': 4, '2': 2, '3': 1 };

interface Rated {
  readonly cell: Cell;
  readonly value: Assessed;
}

export interface ConfidenceInput {
  readonly cells: readonly Cell[];
  readonly class: string;
  readonly scope: readonly ScopeLine[];
  /** `hasEvidence`: it names evidence that was held objective. */
  readonly agreed: readonly (Rated & { readonly hasEvidence: boolean })[];
  /** Ratings of all assessors, opened for the consensus. */
  readonly opened: readonly Rated[];
}

export function confidenceOf({
  cells,
  class: named,
  scope,
  agreed,
  opened,
}: ConfidenceInput): ConfidenceFacts {
  const byCell = new Map(agreed.map((one) => [cellKey(one.cell), one]));
  const values = cells.map((cell) => byCell.get(cellKey(cell)));
  const rated = values.filter((one) => one?.value.kind === 'rated');
  const notApplicable = values.filter((one) => one?.value.kind === 'notApplicable').length;
  return {
    cells: cells.length,
    rated: rated.length,
    notApplicable,
    notRated: cells.length - rated.length - notApplicable,
    withEvidence: rated.filter((one) => one?.hasEvidence).length,
    spread: spreadFacts(opened),
    instances: instanceFacts(scope, askedByClass[named] ?? 1),
  };
}

function spreadFacts(opened: readonly Rated[]): SpreadFacts {
  const byCell = new Map<string, Assessed[]>();
  for (const { cell, value } of opened) {
    if (value.kind === 'notRated') continue;
    const key = cellKey(cell);
    byCell.set(key, [...(byCell.get(key) ?? []), value]);
  }
  const spreads = [...byCell.values()].filter((values) => values.length > 1).map(spreadOf);
  const plain = spreads.filter(({ isMixed }) => !isMixed);
  return {
    compared: spreads.length,
    same: plain.filter(({ steps }) => steps === 0).length,
    oneStep: plain.filter(({ steps }) => steps === 1).length,
    moreSteps: plain.filter(({ steps }) => steps > 1).length,
    mixed: spreads.length - plain.length,
  };
}

function instanceFacts(scope: readonly ScopeLine[], asked: number): readonly InstanceFact[] {
  const processes = [...new Set(scope.map(({ process }) => process))];
  return processes.map((process) => ({
    process,
    instances: scope.filter((line) => line.process === process).length,
    asked,
  }));
}
