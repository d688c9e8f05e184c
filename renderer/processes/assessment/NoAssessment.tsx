import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';

/** Stands where the address names no assessment that can be seen here. */
export function NoAssessment({ title }: { readonly title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title="There is no such assessment"
        text="It is not on this device, or you may not see it."
      />
    </>
  );
}
