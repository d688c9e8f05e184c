import { describe, expect, test } from 'vitest';
import { problem } from '#shared/kernel/errors.ts';
import { blamedField, checkEnrolment, type EnrolFields } from './enrol-fields.ts';

const good: EnrolFields = {
  address: 'hub.example.mil:4790',
  code: 'K7Q2-9FMX-4D3A-8HJP',
  name: 'Laptop 7K3Q',
  profile: 'lan',
};
const fieldsOf = (more: Partial<EnrolFields>) =>
  checkEnrolment({ ...good, ...more }).map(({ field }) => field);

describe('what is typed to connect to a hub', () => {
  test('is taken with or without scheme, hyphens and case', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ address: 'https://10.0.0.5', code: 'k7q29fmx 4d3a8hjp' })).toEqual([]);
    expect(fieldsOf({ address: 'http://[fe80::1]:4790' })).toEqual([]);
  });

  test.each(['', '   ', 'ftp://hub', 'hub example', 'http://'])('%o is no address', (address) => {
    expect(fieldsOf({ address })).toEqual(['address']);
  });

  test.each(['', 'K7Q2-9FMX', 'K7Q2-9FMX-4D3A-8HJP-1', 'K7Q2-9FMX-4D3A-8H?P'])('%o is no code', (code) => {
    expect(fieldsOf({ code })).toEqual(['code']);
  });

  test('the device needs a name that the hub takes', () => {
    expect(fieldsOf({ name: ' ' })).toEqual(['name']);
    expect(fieldsOf({ name: 'x'.repeat(101) })).toEqual(['name']);
  });

  test('a code that the hub refuses is said at the code, a fault of the hub at no field', () => {
    expect(blamedField(problem('OUT-SYN-024'))?.field).toBe('code');
    expect(blamedField(problem('OUT-SYN-031', { reference: 'x' }))).toBeUndefined();
  });
});
