import { attributeCodes, processAttributes, type Level } from '#shared/assessment/attributes.ts';
import type { ComparedResult } from '#shared/assessment/compare.ts';
import { ratingNames, type Rating } from '#shared/assessment/scale.ts';
import { notApplicable, notRated, rated, type Assessed } from '#shared/assessment/value.ts';
import { profileOf, type ProcessResult } from '#shared/assessment/workbook.ts';

const answers: Readonly<Record<string, Assessed>> = { '?': notRated, na: notApplicable };

/** Result of a process from the ratings of its attributes in their order, `?` for not rated: `assessed('IM', 2, 'F L F')`. */
export function assessed(process: string, target: Exclude<Level, 0>, ratings: string): ProcessResult {
  const given = ratings.split(' ').map((one) => answers[one] ?? rated(ratingFrom(one)));
  const [result] = profileOf(
    { method: { name: 'R3' }, scope: [{ process, instance: '', target }] },
    { outcomes: () => [], indicators: () => [] },
    ({ attribute }) => given[attributeCodes.indexOf(attribute)],
  );
  const asked = processAttributes.filter(({ level }) => level <= target).length;
  if (!result || given.length !== asked) throw new Error(`${process} needs ${String(asked)} ratings.`);
  return result;
}

function ratingFrom(text: string): Rating {
  const found = (Object.keys(ratingNames) as Rating[]).find((rating) => rating === text);
  if (!found) throw new Error(`${text} is no rating.`);
  return found;
}

/** A result to compare: `compared('one', { on: '2025-05-01', profile: [assessed(…)] })`. */
export function compared(id: string, more: Partial<ComparedResult>): ComparedResult {
  return { id, title: id, unit: 'Alpha', on: '2026-01-01', model: 'desmf', profile: [], ...more };
}
