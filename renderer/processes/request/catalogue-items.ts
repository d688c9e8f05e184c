import { rank } from '#renderer/shell/palette/rank.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import type { Config } from '#shared/definition/config.ts';
import { groupBy } from '../support/group-by.ts';

export interface CatalogueGroup {
  /** Name of the topmost category; the items of none come last. */
  readonly name: string;
  readonly items: readonly RecordView[];
}

const withoutCategory = 'Other';
const most = 200;

/**
 * What can be asked for: published items. `organisation` is that of the person who asks; undefined offers items of every
 * audience, for those who ask on behalf of others.
 */
export function offeredItems(config: Config, organisation: string | undefined): readonly RecordView[] {
  return config.all('catalogue-item').filter((item) => {
    if (item.state !== 'published') return false;
    const audience = listOf(item, 'audience');
    return organisation === undefined || audience.length === 0 || audience.includes(organisation);
  });
}

/** Name of the topmost category that an item stands under. */
export function topCategory(item: RecordView, config: Config): string {
  let category = config.get(textOf(item, 'category'));
  const seen = new Set<string>();
  for (
    let above = category && config.get(textOf(category, 'parent'));
    above && !seen.has(above.id);
    above = config.get(textOf(above, 'parent'))
  ) {
    seen.add(above.id);
    category = above;
  }
  return category ? textOf(category, 'name') : withoutCategory;
}

/** The items in alphabetical groups; with a search text one group of what fits, best first. */
export function groupItems(
  items: readonly RecordView[],
  config: Config,
  text: string,
): readonly CatalogueGroup[] {
  if (text.trim() !== '') {
    const found = rank(
      text,
      items.map((item) => searchable(item, config)),
      most,
    ).map(({ item }) => item);
    return found.length === 0 ? [] : [{ name: 'Found', items: found }];
  }
  const groups = groupBy(items, (item) => topCategory(item, config));
  const isLast = (name: string) => Number(name === withoutCategory);
  return [...groups]
    .map(([name, members]) => ({ name, items: members.toSorted(byName) }))
    .toSorted((a, b) => isLast(a.name) - isLast(b.name) || a.name.localeCompare(b.name, 'en'));
}

function byName(a: RecordView, b: RecordView): number {
  return textOf(a, 'name').localeCompare(textOf(b, 'name'), 'en');
}

function searchable(item: RecordView, config: Config) {
  const category = config.get(textOf(item, 'category'));
  const also = [
    textOf(item, 'description'),
    category ? textOf(category, 'name') : '',
    topCategory(item, config),
    item.number,
  ];
  return { item, label: textOf(item, 'name'), also: also.join(' ') };
}
