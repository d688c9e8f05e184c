import { createContext, use } from 'react';
import type { FieldValues } from '#shared/definition/values.ts';

/** Opens the quick-create form of a type with some values given; gives the new record's id, or nothing when given up. */
export type CreateInPlace = (type: string, given: FieldValues) => Promise<string | undefined>;

/** Filled by QuickCreateProvider: pickers must not import the form that they stand in. */
export const CreateInPlaceContext = createContext<CreateInPlace | undefined>(undefined);

/** Undefined where nothing can be made, as in tests and prints. */
export function useCreateInPlace(): CreateInPlace | undefined {
  return use(CreateInPlaceContext);
}
