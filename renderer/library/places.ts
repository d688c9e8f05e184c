import type { LibraryEntry } from '#shared/library/search.ts';
import type { ReferenceModel } from '#shared/library/model.ts';

/** Kinds of parts that have a page of their own. */
export type PartKind = 'process' | 'function' | 'overlay' | 'domain' | 'control';

export const libraryPaths = {
  all: '/library',
  indicators: '/library/indicators',
  part: (kind: PartKind, code: string) => `/library/${kind}/${code}`,
  print: (process: string) => `/print/guide/${process}`,
};

/** The page on which an entry stands. */
export function pathOf(model: ReferenceModel, { kind, on }: LibraryEntry): string {
  if (kind === 'function' || kind === 'domain' || kind === 'control') return libraryPaths.part(kind, on);
  const isOverlay = model.overlays.some(({ code }) => code === on);
  return libraryPaths.part(isOverlay ? 'overlay' : 'process', on);
}

/** The page of what stands at one end of an interface, with its name. CSI is a domain and a process: `first` says which is meant. */
export function endOf(
  { processes, functions, domains }: ReferenceModel,
  code: string,
  first: 'process' | 'domain',
): { readonly name: string; readonly href: string } {
  const parts = [
    ...processes.map((part) => ({ part, kind: 'process' as const })),
    ...functions.map((part) => ({ part, kind: 'function' as const })),
    ...domains.map((part) => ({ part, kind: 'domain' as const })),
  ].filter(({ part }) => part.code === code);
  const found = parts.find(({ kind }) => kind === first) ?? parts[0];
  return found
    ? { name: found.part.name, href: libraryPaths.part(found.kind, code) }
    : { name: '', href: libraryPaths.all };
}
