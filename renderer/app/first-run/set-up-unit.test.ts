import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import { checkSetup, inOrder, setupScript, type UnitSetup } from './set-up-unit.ts';

const setup: UnitSetup = {
  name: '51st Signal Battalion',
  shortName: '51st Sig',
  zone: 'Europe/Berlin',
  marking: 'UNCLASSIFIED',
  personName: 'Alvarez, Maria',
  jobTitle: '',
  passphrase: 'four words of hers',
  repeated: 'four words of hers',
};

describe('checking what was filled in', () => {
  test('a full form has no errors', () => {
    expect(checkSetup(setup)).toEqual([]);
  });

  test.each(['name', 'shortName', 'marking', 'personName'] as const)('%s may not be blank', (field) => {
    expect(checkSetup({ ...setup, [field]: '  ' }).map((error) => error.field)).toEqual([field]);
  });

  test.each(['', 'Berlin', 'Mars/Olympus'])('%o is no zone', (zone) => {
    expect(checkSetup({ ...setup, zone }).map((error) => error.field)).toEqual(['zone']);
  });
});

describe('the passphrase', () => {
  test.each([
    ['short', 'short', ['passphrase']],
    ['aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', ['passphrase']],
    ['four words of hers', 'four words of his', ['repeated']],
  ])('%o and %o', (passphrase, repeated, fields) => {
    expect(checkSetup({ ...setup, passphrase, repeated }).map((error) => error.field)).toEqual(fields);
  });
});

const keys = {
  credential: {
    derivation: { name: 'argon2id', memory: 64, passes: 1, lanes: 1, salt: 'c2FsdA' },
    public: 'cHVibGlj',
    sealed: 'c2VhbGVk',
  },
  recovery: { recoveryKey: 'cmVjb3Zlcnk', recoverySign: 'c2lnbg' },
} as const;

describe('the script', () => {
  const { person, script } = setupScript(catalogue, setup, 1_790_000_000_000, keys);
  const made = script.flatMap(({ command }) => (command.kind === 'create' ? [command] : []));

  test('makes one unit and one person who administers it and works the desk', () => {
    const units = made.filter(({ type }) => type === 'unit');
    expect(units.map(({ fields }) => fields['zone'])).toEqual(['Europe/Berlin']);
    const people = made.filter(({ id }) => id === person);
    expect(people[0]?.fields).toEqual({ name: 'Alvarez, Maria', roles: ['administrator', 'analyst'] });
  });

  test('everything is written by that person', () => {
    expect(new Set(script.map(({ actor }) => actor.id))).toEqual(new Set([person]));
  });

  test('every seed of every process is made once', () => {
    const seeds = catalogue.processes.flatMap(({ seed }) => seed);
    expect(made).toHaveLength(seeds.length + 3);
    const [account] = made.filter(({ type }) => type === 'account');
    expect(account?.fields).toMatchObject({ person, credential: JSON.stringify(keys.credential) });
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
  });

  test('what ships as agreed or published is brought there right after it is made', () => {
    const adopted = script.findIndex(({ command }) => command.kind === 'act' && command.action === 'adopt');
    expect(script[adopted - 1]?.command).toMatchObject({ kind: 'create', type: 'agreement' });
    const seeds = catalogue.processes.flatMap(({ seed }) => seed);
    const acts = script.filter(({ command }) => command.kind === 'act');
    expect(acts).toHaveLength(seeds.flatMap((seed) => seed.acts ?? []).length);
  });
});

test('seeds that others name come first', () => {
  const seed = (key: string, names: string[]) => ({
    key,
    type: 'service',
    fields: { uses: names.map((name) => `@${name}`) },
  });
  const order = inOrder([seed('c', ['b']), seed('a', []), seed('b', ['a'])]).map(({ key }) => key);
  expect(order).toEqual(['a', 'b', 'c']);
});
