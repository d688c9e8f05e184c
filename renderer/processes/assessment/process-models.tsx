import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { desmf } from '#resources/library/desmf.ts';
import type { ReferenceModel } from '#shared/library/model.ts';

const Models = createContext<readonly ReferenceModel[]>([desmf]);

interface ProcessModelsProps {
  readonly models: readonly ReferenceModel[];
  readonly children: ReactNode;
}

/** A page that tells of processes of these reference models: names and domains come from them. */
export function ProcessModels({ models, children }: ProcessModelsProps) {
  return <Models value={models}>{children}</Models>;
}

/** The same of one. */
export function ProcessModel({
  model,
  children,
}: {
  readonly model: ReferenceModel;
  readonly children: ReactNode;
}) {
  const models = useMemo(() => [model], [model]);
  return <ProcessModels models={models}>{children}</ProcessModels>;
}

/** The reference models whose processes the page tells of; the shipped one if it says nothing. */
export function useProcessModels(): readonly ReferenceModel[] {
  return useContext(Models);
}
