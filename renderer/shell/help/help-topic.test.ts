import { expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import { helpTopic, recordOfPath } from './help-topic.ts';

const names = (path: string, recordType?: string) => {
  const { process, type } = helpTopic(path, catalogue, recordType);
  return [process?.code, type?.name];
};

test.each([
  ['/list/incident', undefined, ['IM', 'incident']],
  ['/board/incident', undefined, ['IM', 'incident']],
  ['/new/person', undefined, ['FND', 'person']],
  ['/process/IM', undefined, ['IM', undefined]],
  ['/record/abc', 'incident', ['IM', 'incident']],
  ['/print/list/incident', undefined, ['IM', 'incident']],
  ['/', undefined, [undefined, undefined]],
  ['/list/nothing', undefined, [undefined, undefined]],
])('%s with a record of type %s is about %o', (path, recordType, expected) => {
  expect(names(path, recordType)).toEqual(expected);
});

test('the record of a page', () => {
  expect(recordOfPath('/record/abc')).toBe('abc');
  expect(recordOfPath('/print/record/abc')).toBe('abc');
  expect(recordOfPath('/list/incident')).toBeUndefined();
});
