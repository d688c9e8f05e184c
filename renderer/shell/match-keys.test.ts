import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keymap, type Binding, type ShortcutId } from './keymap.ts';
import { matchPress, spell, type Press, type Situation } from './match-keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrl: false,
  alt: false,
  shift: false,
  ...more,
});
const everywhere: Situation = {
  pending: undefined,
  inInput: false,
  hasLetterKeys: true,
  isHandled: () => true,
};
const only = (...ids: ShortcutId[]): Situation => ({ ...everywhere, isHandled: (id) => ids.includes(id) });

describe('spelling of key presses', () => {
  test.each([
    [press('k', { ctrl: true }), 'Ctrl+K'],
    [press('K', { ctrl: true, shift: true }), 'Ctrl+Shift+K'],
    [press('?', { shift: true }), '?'],
    [press('j'), 'j'],
    [press('F1'), 'F1'],
    [press('Enter', { ctrl: true }), 'Ctrl+Enter'],
    [press('˜', { code: 'KeyN', ctrl: true, alt: true }), 'Ctrl+Alt+N'],
    [press('л', { code: 'KeyK', ctrl: true }), 'Ctrl+K'],
    [press('л', { code: 'KeyK' }), 'k'],
  ])('%o is %s', (given, expected) => {
    expect(spell(given)).toBe(expected);
  });

  test('modifiers alone are no press', () => {
    expect(spell(press('Control', { ctrl: true }))).toBeUndefined();
  });
});

describe('matching', () => {
  test('a shortcut with Ctrl fires, in inputs only where it says so', () => {
    expect(matchPress('Ctrl+K', { ...everywhere, inInput: true })).toEqual({
      kind: 'shortcut',
      id: 'palette.open',
    });
    expect(matchPress('Ctrl+Z', everywhere)).toEqual({ kind: 'shortcut', id: 'undo.last' });
    expect(matchPress('Ctrl+Z', { ...everywhere, inInput: true })).toEqual({ kind: 'none' });
  });

  test('letters are text in inputs, and nothing when switched off', () => {
    expect(matchPress('c', everywhere)).toEqual({ kind: 'shortcut', id: 'create.open' });
    expect(matchPress('c', { ...everywhere, inInput: true })).toEqual({ kind: 'none' });
    expect(matchPress('c', { ...everywhere, hasLetterKeys: false })).toEqual({ kind: 'none' });
    expect(matchPress('/', { ...everywhere, inInput: true })).toEqual({ kind: 'none' });
  });

  test('two keys in a row', () => {
    expect(matchPress('g', everywhere)).toEqual({ kind: 'pending', first: 'g' });
    expect(matchPress('d', { ...everywhere, pending: 'g' })).toEqual({ kind: 'shortcut', id: 'go.desk' });
  });

  test('a key that ends no sequence counts for itself', () => {
    expect(matchPress('c', { ...everywhere, pending: 'g' })).toEqual({ kind: 'shortcut', id: 'create.open' });
    expect(matchPress('q', { ...everywhere, pending: 'g' })).toEqual({ kind: 'none' });
  });

  test('the list wins over the page for the same key, when a list is there', () => {
    expect(matchPress('/', everywhere)).toEqual({ kind: 'shortcut', id: 'list.search' });
    expect(matchPress('/', only('palette.open'))).toEqual({ kind: 'shortcut', id: 'palette.open' });
  });

  test('what nobody handles does not match', () => {
    expect(matchPress('j', only())).toEqual({ kind: 'none' });
    expect(matchPress('g', only('create.open'))).toEqual({ kind: 'none' });
  });
});

describe('the key map', () => {
  const entries: (readonly [string, Binding])[] = Object.entries(keymap);

  test('no two shortcuts of one scope share keys', () => {
    const seen = entries.flatMap(([, binding]) => binding.keys.map((keys) => `${binding.scope} ${keys}`));
    expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([]);
  });

  test('no sequence begins with a key that is a shortcut', () => {
    const single = new Set(
      entries.flatMap(([, binding]) => binding.keys.filter((keys) => !keys.includes(' '))),
    );
    const firsts = entries.flatMap(([, { keys }]) =>
      keys.filter((one) => one.includes(' ')).map((one) => one.split(' ')[0]!),
    );
    expect(firsts.filter((first) => single.has(first))).toEqual([]);
  });

  test('keys are spelled as the dispatcher spells them', () => {
    const shape =
      /^((Ctrl|Alt|Shift)\+)*([A-Za-z0-9?/,.[\]]|Enter|Escape|Arrow(Up|Down|Left|Right)|F\d+|Space|Delete|Backspace)( [a-z,])?$/;
    for (const [id, binding] of entries) for (const keys of binding.keys) expect(keys, id).toMatch(shape);
  });

  test('every shortcut is answered somewhere, so that the sheet tells the truth', () => {
    const root = join(import.meta.dirname, '..');
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|keymap\.ts$/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .filter((text) => text.includes('useShortcuts'));
    const unanswered = entries
      .map(([id]) => id)
      .filter((id) => !sources.some((text) => text.includes(`'${id}':`)));
    expect(unanswered).toEqual([]);
  });
});
