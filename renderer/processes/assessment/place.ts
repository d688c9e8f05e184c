import { create } from 'zustand';
import { useAddressSearch, useNavigation } from '#renderer/record/navigation.ts';
import { assessmentPaths } from './places.ts';
import type { WorkbookFilter } from './workbook-rows.ts';

/** The line at which a person was last, by assessment and process: whoever leaves the workbook comes back to it. */
const useLines = create<{ readonly lines: ReadonlyMap<string, string> }>()(() => ({ lines: new Map() }));

function placeKey(assessment: string, process: string): string {
  return `${assessment} ${process}`;
}

export function rememberLine(assessment: string, process: string, key: string): void {
  useLines.setState(({ lines }) => ({ lines: new Map(lines).set(placeKey(assessment, process), key) }));
}

export function rememberedLine(assessment: string, process: string): string | undefined {
  return useLines.getState().lines.get(placeKey(assessment, process));
}

interface WorkbookPlace {
  readonly process: string | undefined;
  readonly filter: WorkbookFilter;
  readonly toProcess: (process: string) => void;
  readonly toFilter: (filter: WorkbookFilter) => void;
}

/** Process and filter stand in the address, so that Back and a link come to the same. */
export function useWorkbookPlace(assessment: string): WorkbookPlace {
  const { process, show } = useAddressSearch();
  const { go } = useNavigation();
  const filter = show === 'open' || show === 'differ' ? show : 'all';
  const chosen = typeof process === 'string' ? process : undefined;
  const to = (next: { readonly process?: string | undefined; readonly filter: WorkbookFilter }) => {
    const shown = next.filter === 'all' ? undefined : next.filter;
    go(assessmentPaths.workbook(assessment, { process: next.process, show: shown }), { replace: true });
  };
  return {
    process: chosen,
    filter,
    toProcess: (next) => to({ process: next, filter }),
    toFilter: (next) => to({ process: chosen, filter: next }),
  };
}
