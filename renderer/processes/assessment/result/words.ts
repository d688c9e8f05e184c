import { levelNames, processAttributes, type AttributeCode } from '#shared/assessment/attributes.ts';
import type { Change } from '#shared/assessment/change.ts';
import { knowledgeOf } from '#shared/assessment/gap.ts';
import { ratingNames } from '#shared/assessment/scale.ts';
import type { Assessed } from '#shared/assessment/value.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';

/** "1 of 3", or "≥ 1 of 3" where it may be more. */
export function levelSign(result: Pick<ProcessResult, 'capability' | 'target'>): string {
  const { capability, target } = result;
  const sign = `${String(capability.level)} of ${String(target)}`;
  return knowledgeOf(result) === 'open' ? `≥ ${sign}` : sign;
}

/** "level 1 of 3, Performed" */
export function levelWords(result: Pick<ProcessResult, 'capability' | 'target'>): string {
  return `level ${levelSign(result)}, ${levelNames[result.capability.level]}`;
}

/** The sign of a rating in a cell. */
export function valueSign(value: Assessed): string {
  if (value.kind === 'notRated') return '?';
  return value.kind === 'notApplicable' ? 'n/a' : value.rating;
}

/** "Partially achieved, 2 lines not rated" */
export function valueWords(value: Assessed): string {
  if (value.kind === 'notRated') return 'not rated';
  if (value.kind === 'notApplicable') return 'does not apply';
  const { rating, percent, missing } = value;
  return [
    `${rating}, ${ratingNames[rating].toLowerCase()}`,
    ...(percent === undefined ? [] : [`${String(Math.round(percent * 10) / 10)} %`]),
    ...(missing === undefined ? [] : [`${String(missing)} ${missing === 1 ? 'line' : 'lines'} not rated`]),
  ].join(', ');
}

export function attributeName(attribute: AttributeCode): string {
  return processAttributes.find(({ code }) => code === attribute)?.name ?? '';
}

const reasons = {
  otherModel: 'other model',
  notInScope: 'not in scope then',
  levelOpen: 'level still open',
} as const;

/** A change as sign and words, so that neither colour nor sign is needed alone. */
export function changeWords(change: Change): { readonly sign: string; readonly words: string } {
  switch (change.direction) {
    case 'same':
      return {
        sign: '=',
        words: change.upTo === undefined ? 'same' : `same up to level ${String(change.upTo)}`,
      };
    case 'unknown':
      return { sign: '?', words: reasons[change.because] };
    default: {
      const by = `${change.isAtLeast ? 'at least ' : ''}${String(change.by)}`;
      return { sign: change.direction === 'up' ? '▲' : '▼', words: `${change.direction} ${by}` };
    }
  }
}
