import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { titlesIn } from './support/titles.ts';

/** What the exchange must survive, word for word as the table has it. */
const items = [
  'arrival in any order, twice, or through any path of hubs and bundles',
  'kill -9 of page, app or hub at any point',
  'disk full',
  'IndexedDB lost, corrupt or unexpectedly empty',
  'power cut after an acknowledgement',
  'a hub restored from an old backup',
  'a cloned laptop',
  'clocks off by ±10 years or jumping, a dead RTC battery',
  'two tabs, an upgrade blocked by an old tab',
  'versions N and N−1 together',
  'a flipped byte anywhere in a log or bundle',
  'a bundle opened twice, truncated, from a revoked device or for somebody else',
  'a slow reader, a 413, a proxy that drops the connection mid-body',
  'an operator who edits the same record on two laptops for two weeks',
];

const root = new URL('..', import.meta.url);
const text = await readFile(new URL('docs/behaviour/sync.md', root), 'utf8');
const [, part = ''] = text.split('## What it must survive');
const rows = [...part.matchAll(/^\| (.+?) +\| `(.+?)` +\| (.+?) +\|$/gm)].map(
  ([, item = '', file = '', title = '']) => ({ item, file, title }),
);

describe('SYN-505 what the exchange must survive', () => {
  test('is all in the table', () => {
    expect([...new Set(rows.map(({ item }) => item))]).toEqual(items);
  });

  test.each(rows)('$item: $title', async ({ file, title }) => {
    const source = await readFile(new URL(file, root), 'utf8');
    expect(titlesIn(source)).toContainEqual(expect.stringContaining(title));
  });
});
