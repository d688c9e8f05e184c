import { plainRatings, refinedRatings, type Rating } from '#shared/assessment/scale.ts';

export type Scale = 'plain' | 'refined';

/** What an assessor can answer: a rating, "does not apply", or nothing ('' takes an answer back). */
export type Answer = Rating | 'na' | '';

export function answersOf(scale: Scale): readonly Exclude<Answer, ''>[] {
  return [...(scale === 'plain' ? plainRatings : refinedRatings), 'na'];
}

/**
 * The answer that a key stands for: the letter of the rating, its place on the scale as a digit, X for "does not apply",
 * Delete or Backspace for none. On the refined scale P and L stand for the lower half, with Shift for the upper.
 * @param key as the browser names it: with Shift a letter comes as a capital.
 */
export function answerOfKey(key: string, scale: Scale): Answer | undefined {
  if (key === 'Delete' || key === 'Backspace') return '';
  if (key === 'x' || key === 'X') return 'na';
  const ratings = scale === 'plain' ? plainRatings : refinedRatings;
  if (/^[1-9]$/.test(key)) return ratings[Number(key) - 1];
  const letter = key.toUpperCase();
  if (scale === 'refined' && (letter === 'P' || letter === 'L'))
    return `${letter}${key === letter ? '+' : '-'}`;
  return plainRatings.find((rating) => rating === letter);
}

/** The key that stands beside an answer on the page. */
export function keyOfAnswer(answer: Exclude<Answer, ''>, scale: Scale): string {
  if (answer === 'na') return 'X';
  if (scale === 'plain') return answer;
  return String(refinedRatings.findIndex((rating) => rating === answer) + 1);
}
