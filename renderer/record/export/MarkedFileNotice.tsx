import { Notice } from '#renderer/ui/Notice.tsx';

/** Says what a marked file asks of whoever saves it. */
export function MarkedFileNotice({ marking }: { readonly marking: string }) {
  return (
    <Notice tone="warning">
      What stands in this file is marked <strong>{marking}</strong>. Save it only where such files may lie,
      and hand it on only to those who may read it.
    </Notice>
  );
}
