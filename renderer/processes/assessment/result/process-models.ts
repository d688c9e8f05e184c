import { createContext } from 'react';
import { desmf } from '#resources/library/desmf.ts';
import type { ReferenceModel } from '#shared/library/model.ts';

/** The reference models whose processes a page tells of; names and domains of processes come from them. */
export const ProcessModels = createContext<readonly ReferenceModel[]>([desmf]);
