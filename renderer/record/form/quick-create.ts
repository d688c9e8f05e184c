import { createContext, use } from 'react';
import type { FieldValues } from '#shared/definition/values.ts';

export interface QuickCreate {
  /** Opens the quick form of a type; gives the new record's id, or nothing when given up. */
  readonly open: (type: string, given?: FieldValues) => Promise<string | undefined>;
}

export const QuickCreateContext = createContext<QuickCreate | undefined>(undefined);

export function useQuickCreate(): QuickCreate {
  const quick = use(QuickCreateContext);
  if (!quick) throw new Error('useQuickCreate is called outside QuickCreateProvider.');
  return quick;
}
