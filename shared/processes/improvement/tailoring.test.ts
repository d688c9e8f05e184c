import { expect, test } from 'vitest';
import type { Actor } from '../../definition/permission.ts';
import { catalogue } from '../catalogue.ts';
import { viewOf } from '#test/support/views.ts';

const type = catalogue.type('tailoring');
if (!type) throw new Error('No type tailoring.');
const adopt = type.lifecycle.transitions.find(({ action }) => action === 'adopt');

const tailoring = (state: string, process: string) => viewOf('tailoring', { process }, { state });

const owns = (of: string): Actor => ({
  id: 'p1',
  roles: [],
  teams: [],
  scoped: [{ role: 'processOwner', scope: 'process', of }],
});
const analyst: Actor = { id: 'p2', roles: ['analyst'], teams: [] };

test('LIB-152 A tailoring is proposed by the owner of any process, and adopted by the owner of that one.', () => {
  expect(type.create.allows(owns('IM'), undefined)).toBe(true);
  expect(type.create.allows(analyst, undefined)).toBe(false);
  expect(adopt?.permit.allows(owns('IM'), tailoring('proposed', 'IM'))).toBe(true);
  expect(adopt?.permit.allows(owns('KM'), tailoring('proposed', 'IM'))).toBe(false);
  expect(adopt?.permit.allows(owns('CSI'), tailoring('proposed', 'IM'))).toBe(true);
  expect(adopt?.permit.allows(analyst, tailoring('proposed', 'IM'))).toBe(false);
});

test('LIB-152 What is in use is revised before the owner of one process edits it.', () => {
  expect(type.edit.allows(owns('IM'), tailoring('proposed', 'IM'))).toBe(true);
  expect(type.edit.allows(owns('IM'), tailoring('active', 'IM'))).toBe(false);
  expect(type.edit.allows({ ...analyst, roles: ['processOwner'] }, tailoring('active', 'IM'))).toBe(true);
});
