import { createContext, useContext } from 'react';
import type { Data } from './workspace-data.ts';

export const DataContext = createContext<Data | undefined>(undefined);
export const DataProvider = DataContext.Provider;

/** The workspace. @throws Error outside `DataProvider`. */
export function useData(): Data {
  const data = useContext(DataContext);
  if (!data) throw new Error('useData needs a DataProvider above it.');
  return data;
}
