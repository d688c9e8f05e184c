import type { RedactionChoice } from '#renderer/data/data.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';

/** Shorter texts are alike by chance. */
const shortest = 4;

/** Entries that say what one of the chosen ones says, or a part of it. */
export function sayingTheSame(
  choices: readonly RedactionChoice[],
  chosen: ReadonlySet<EntryRef>,
): ReadonlySet<EntryRef> {
  const plain = (texts: readonly string[]) =>
    texts.map((text) => text.trim().toLowerCase()).filter((text) => text.length >= shortest);
  const said = choices.filter(({ ref }) => chosen.has(ref)).flatMap(({ texts }) => plain(texts));
  const alike = choices.filter(
    ({ ref, texts }) =>
      !chosen.has(ref) &&
      plain(texts).some((text) => said.some((other) => text.includes(other) || other.includes(text))),
  );
  return new Set(alike.map(({ ref }) => ref));
}

/** The text that is looked for in other records: the longest of those that go. */
export function soughtText(choices: readonly RedactionChoice[], chosen: ReadonlySet<EntryRef>): string {
  const texts = choices.filter(({ ref }) => chosen.has(ref)).flatMap((choice) => choice.texts);
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
