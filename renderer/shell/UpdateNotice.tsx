import { postponeUpdate, takeUpdate, useUpdate } from '#renderer/session/update.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

/** Offers the new version; nothing is reloaded under anybody's hands. */
export function UpdateNotice() {
  const isReady = useUpdate((state) => state.isReady);
  if (!isReady) return null;
  return (
    <Notice
      tone="info"
      role="status"
      action={
        <>
          <Button size="small" variant="quiet" onClick={postponeUpdate}>
            Later
          </Button>
          <Button size="small" onClick={takeUpdate}>
            Restart now
          </Button>
        </>
      }
    >
      A new version is ready; restart when it suits. What you typed is kept as a draft.
    </Notice>
  );
}
