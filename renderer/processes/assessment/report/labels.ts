import type { Assessed } from '#shared/assessment/value.ts';
import type { Choice } from '#shared/definition/field.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import {
  classChoices,
  evidenceChoices,
  findingChoices,
  methodChoices,
  scaleChoices,
  sizeChoices,
} from '#shared/processes/improvement/choices.ts';
import { evidence, recommendation } from '#shared/processes/improvement/evidence.ts';
import { improvement } from '#shared/processes/improvement/improvement.ts';

/** A report of a later version may hold a value that is not known here: it stands for itself. */
function of(choices: readonly Choice[]): (value: string) => string {
  return (value) => choices.find((choice) => choice.value === value)?.label ?? value;
}

function stateOf({ lifecycle }: RecordType): (state: string) => string {
  return (state) => lifecycle.states[state]?.label ?? state;
}

/** The words of a report for the codes that it holds. */
export const labels = {
  class: of(classChoices),
  method: of(methodChoices),
  scale: of(scaleChoices),
  evidence: of(evidenceChoices),
  finding: of(findingChoices),
  size: of(sizeChoices),
  evidenceState: stateOf(evidence),
  recommendationState: stateOf(recommendation),
  improvementState: stateOf(improvement),
} as const;

export function valueText(value: Assessed): string {
  switch (value.kind) {
    case 'notRated':
      return 'not rated';
    case 'notApplicable':
      return 'n/a';
    case 'rated':
      return value.missing ? `${value.rating} (${value.missing} not rated)` : value.rating;
  }
}

/** "4 of 5 (80 %)"; only the counts where there is nothing to share. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '0 of 0';
  // 99.6 % is not all of it, and 0.4 % is not nothing.
  const percent = Math.min(
    part === whole ? 100 : 99,
    Math.max(part === 0 ? 0 : 1, Math.round((part / whole) * 100)),
  );
  return `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')} (${percent} %)`;
}

export function periodText(from: string, until: string): string {
  return [...new Set([from, until].filter((day) => day !== ''))].join(' to ');
}
