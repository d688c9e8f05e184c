import { desmf } from '#resources/library/desmf.ts';
import { useKeptModel, type ModelState } from './use-kept-model.ts';

/** The shipped model, or one that this unit keeps, by the id of its record. */
export function useReferenceModel(id: string | undefined): ModelState {
  const kept = useKeptModel(id);
  return id === undefined ? { kind: 'ready', model: desmf } : kept;
}
