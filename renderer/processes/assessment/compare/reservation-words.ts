import type { Reservations } from '#shared/assessment/compare.ts';

/** What must be kept in mind about a pair, a sentence each. */
export function reservationWords(reservations: Reservations): readonly string[] {
  const { model, provisional, onlyBefore, onlyAfter, open } = reservations;
  if (model) return ['They follow different reference models, so their levels are not compared.'];
  return [
    ...(reservations.class
      ? ['They are of different classes: one rests on more instances than the other.']
      : []),
    ...(reservations.scale ? ['One used the refined scale; its ratings count as N, P, L and F here.'] : []),
    ...provisional.map(({ title }) => `“${title}” is provisional, its levels may still change.`),
    ...named(open, 'Not all is rated in one of them, so the level is open'),
    ...named(onlyBefore, 'In scope of the first only'),
    ...named(onlyAfter, 'In scope of the second only'),
  ];
}

function named(processes: readonly string[], words: string): readonly string[] {
  return processes.length > 0 ? [`${words}: ${processes.join(', ')}.`] : [];
}
