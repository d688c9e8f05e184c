import { expect, test } from 'vitest';
import { desmf } from '#resources/library/desmf.ts';
import { libraryEntries, searchLibrary } from './search.ts';

const entries = libraryEntries(desmf);
const find = (asked: string) => searchLibrary(entries, asked);

test('LIB-140 A code finds its process or activity first, in any case.', () => {
  expect(find('im')[0]).toMatchObject({ kind: 'process', code: 'IM' });
  expect(find('chm5')[0]).toMatchObject({ kind: 'activity', code: 'ChM5', on: 'ChM' });
  expect(find('sec4')[0]).toMatchObject({ code: 'SEC4', on: 'SEC' });
});

test('LIB-140 A name finds before a text does, and every word has to stand there.', () => {
  expect(find('incident management')[0]).toMatchObject({ kind: 'process', code: 'IM' });
  expect(find('workaround')[0]?.on).toBe('PM');
  expect(new Set(find('licences stock').map(({ on }) => on))).toEqual(new Set(['AM']));
  expect(find('service desk').some(({ kind }) => kind === 'function')).toBe(true);
  expect(find('zzzz')).toEqual([]);
});

test('LIB-140 Nothing asked shows everything in the order of the model.', () => {
  expect(find('  ')).toEqual(entries);
  expect(entries.filter(({ kind }) => kind === 'process')).toHaveLength(27);
});
