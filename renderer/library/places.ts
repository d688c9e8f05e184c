import { defaultStringifySearch } from '@tanstack/react-router';
import type { LibraryEntry } from '#shared/library/search.ts';
import type { ReferenceModel } from '#shared/library/model.ts';

/** Kinds of parts that have a page of their own. */
export type PartKind = 'process' | 'function' | 'overlay' | 'domain' | 'control';

/** The address carries which model is shown, by the id of its record; none of them: the shipped one. */
function address(
  path: string,
  model: string | undefined,
  more: Readonly<Record<string, string>> = {},
): string {
  return `${path}${defaultStringifySearch({ ...more, ...(model === undefined ? {} : { model }) })}`;
}

export const libraryPaths = {
  /** `asked`: words to search for. */
  all: (model?: string, asked = '') => address('/library', model, asked === '' ? {} : { q: asked }),
  indicators: '/library/indicators',
  models: '/library/models',
  part: (kind: PartKind, code: string, model?: string) =>
    address(`/library/${kind}/${encodeURIComponent(code)}`, model),
  print: (process: string, model?: string) => address(`/print/guide/${encodeURIComponent(process)}`, model),
};

/** A model as its pages show it. */
export interface ShownModel {
  readonly model: ReferenceModel;
  /** Id of its record; undefined for the shipped one. */
  readonly id: string | undefined;
}

/** The page on which an entry stands. */
export function pathOf({ model, id }: ShownModel, { kind, on }: LibraryEntry): string {
  if (kind === 'function' || kind === 'domain' || kind === 'control') return libraryPaths.part(kind, on, id);
  const isOverlay = model.overlays.some(({ code }) => code === on);
  return libraryPaths.part(isOverlay ? 'overlay' : 'process', on, id);
}

/** The page of what stands at one end of an interface, with its name. CSI is a domain and a process: `first` says which is meant. */
export function endOf(
  { model: { processes, functions, domains }, id }: ShownModel,
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
    ? { name: found.part.name, href: libraryPaths.part(found.kind, code, id) }
    : { name: '', href: libraryPaths.all(id) };
}
