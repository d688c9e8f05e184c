import { createContext, use } from 'react';
import type { ShownModel } from './places.ts';

/** The model that the pages below show. */
export const ShownModelContext = createContext<ShownModel | undefined>(undefined);

/** The model that the page shows; its parts stand only below `ChosenModel`. */
export function useShownModel(): ShownModel {
  const shown = use(ShownModelContext);
  if (!shown) throw new Error('useShownModel is called outside ChosenModel.');
  return shown;
}
