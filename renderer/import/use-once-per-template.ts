import { useEffect, useRef } from 'react';
import type { ImportTemplate } from '#shared/import/template.ts';

/** Does something once for each template, as long as it has no outcome: not again after it failed or was cancelled. */
export function useOncePerTemplate(
  template: ImportTemplate | undefined,
  isDone: boolean,
  work: () => void,
): void {
  const tried = useRef<ImportTemplate>(undefined);
  useEffect(() => {
    if (isDone || !template || tried.current === template) return;
    tried.current = template;
    work();
  });
}
