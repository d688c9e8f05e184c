import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Nothing here" />
      <EmptyState
        title="This address leads nowhere"
        text="The record or page may have another address now. Search for it, or start from the desk."
        action={<LinkButton href="/">Go to the desk</LinkButton>}
      />
    </>
  );
}
