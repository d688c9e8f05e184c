import type { ReferenceModel } from './model.ts';

/** Kinds of parts, in the order in which they come where they answer equally well. */
const kinds = ['process', 'function', 'overlay', 'domain', 'activity', 'control', 'role', 'outcome'] as const;

/** A part of the library that can be found. */
export interface LibraryEntry {
  readonly kind: (typeof kinds)[number];
  readonly code: string;
  readonly name: string;
  readonly text: string;
  /** The process, function or other part on whose page it stands. */
  readonly on: string;
}

function sentences(texts: readonly string[]): string {
  return texts.map((text) => (text.endsWith('.') ? text : `${text}.`)).join(' ');
}

/** Everything in a model that can be searched for, in its order. */
export function libraryEntries(model: ReferenceModel): readonly LibraryEntry[] {
  const parts = (kind: 'domain' | 'function' | 'overlay', list: ReferenceModel[`${typeof kind}s`]) =>
    list.map(({ code, name, purpose }): LibraryEntry => ({ kind, code, name, text: purpose, on: code }));
  return [
    ...model.processes.flatMap((process): readonly LibraryEntry[] => [
      {
        kind: 'process',
        code: process.code,
        name: process.name,
        text: sentences([process.purpose, ...process.scope.in, ...process.benefits]),
        on: process.code,
      },
      ...process.activities.map(({ code, name, does, tasks }): LibraryEntry => ({
        kind: 'activity',
        code,
        name,
        text: sentences([does, ...tasks]),
        on: process.code,
      })),
      ...process.outcomes.map(({ code, text, evidence }): LibraryEntry => ({
        kind: 'outcome',
        code,
        name: text,
        text: evidence,
        on: process.code,
      })),
      ...process.roles.map(({ name, does }): LibraryEntry => ({
        kind: 'role',
        code: process.code,
        name,
        text: does,
        on: process.code,
      })),
    ]),
    ...parts('domain', model.domains),
    ...parts('function', model.functions),
    ...parts('overlay', model.overlays),
    ...model.overlays.flatMap((overlay) =>
      overlay.activities.map(({ code, name, does, tasks }): LibraryEntry => ({
        kind: 'activity',
        code,
        name,
        text: sentences([does, ...tasks]),
        on: overlay.code,
      })),
    ),
    ...model.controls.map(({ kind, name, does, tasks }): LibraryEntry => ({
      kind: 'control',
      code: kind,
      name,
      text: sentences([does, ...tasks.flatMap((task) => [task.name, task.does])]),
      on: kind,
    })),
  ];
}

/** How well an entry answers: 0 not at all, more for the code than for the name, more for the name than for the text. */
function rank({ code, name, text }: LibraryEntry, words: readonly string[]): number {
  const [codeBelow, nameBelow, textBelow] = [code, name, text].map((part) => part.toLowerCase());
  const ranks = words.map((word) => {
    if (codeBelow === word) return 5;
    if (codeBelow?.startsWith(word)) return 4;
    if (nameBelow?.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) return 3;
    if (nameBelow?.includes(word)) return 2;
    return textBelow?.includes(word) ? 1 : 0;
  });
  return Math.min(...ranks);
}

/** Entries in which every word stands, the best first; all of them where nothing is asked. */
export function searchLibrary(entries: readonly LibraryEntry[], asked: string): readonly LibraryEntry[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter((found) => found.rank > 0)
    .toSorted(
      (one, other) =>
        other.rank - one.rank || kinds.indexOf(one.entry.kind) - kinds.indexOf(other.entry.kind),
    )
    .map(({ entry }) => entry);
}
