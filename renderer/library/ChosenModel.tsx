import { useMemo, type ReactNode } from 'react';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ModelMissing } from './ModelMissing.tsx';
import { libraryPaths } from './places.ts';
import { ShownModelContext } from './shown-model.ts';
import { useReferenceModel } from './use-reference-model.ts';

/** Shows its pages over the model that the address names, the shipped one where it names none; or says why it cannot. */
export function ChosenModel({ children }: { readonly children: ReactNode }) {
  const { model: named } = useAddressSearch();
  const id = typeof named === 'string' ? named : undefined;
  const state = useReferenceModel(id);
  const model = state.kind === 'ready' ? state.model : undefined;
  const shown = useMemo(() => model && { model, id }, [model, id]);
  if (state.kind === 'ready') return <ShownModelContext value={shown}>{children}</ShownModelContext>;
  return (
    <>
      <PageHeader
        title="Process library"
        before={<AppLink href={libraryPaths.models}>Reference models</AppLink>}
      />
      <ModelMissing state={state} />
    </>
  );
}
