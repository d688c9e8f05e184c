import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';

/** Stands where the reader has no right to the report. */
export function HiddenReport() {
  return (
    <>
      <PageHeader title="Report" />
      <EmptyState
        title="You may not see this report"
        text="It holds ratings, findings and evidence. It takes a role that sees the unit’s work, such as executive sponsor or assessor, which the administrator of this unit can give."
      />
    </>
  );
}
