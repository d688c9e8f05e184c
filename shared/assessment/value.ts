import type { Rating } from './scale.ts';

/**
 * What was said of an outcome or attribute. "Does not apply" and "not rated" are answers of their own: neither counts as 0 %.
 */
export type Assessed =
  | {
      readonly kind: 'rated';
      readonly rating: Rating;
      /** 0 to 100, where the assessor gave one. */
      readonly percent?: number;
      /** How many values that belong to it were not rated yet; absent for none. */
      readonly missing?: number;
    }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'notRated' };

export const notRated: Assessed = { kind: 'notRated' };
export const notApplicable: Assessed = { kind: 'notApplicable' };

export function rated(rating: Rating, percent?: number): Assessed {
  return percent === undefined ? { kind: 'rated', rating } : { kind: 'rated', rating, percent };
}
