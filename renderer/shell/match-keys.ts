import { keymap, type Binding, type ShortcutId } from './keymap.ts';

/** What a key press says, apart from the browser's event object. */
export interface Press {
  readonly key: string;
  /** Place of the key on the board: `KeyK`. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/**
 * A press in the key map's spelling; undefined for modifiers alone. Letters of other alphabets and those that Alt turns into
 * signs are read by the place of their key, so that shortcuts work on any layout.
 */
export function spell({ key, code, ctrl, alt, shift }: Press): string | undefined {
  if (modifierKeys.has(key)) return undefined;
  const isLetterKey = /^Key[A-Z]$/.test(code);
  const isForeign = key.length === 1 && key.charCodeAt(0) > 127;
  const placed = shift ? code.slice(3) : code.slice(3).toLowerCase();
  const typed = isLetterKey && (alt || isForeign) ? placed : key;
  const isSign = typed.length === 1 && !/[a-z]/i.test(typed);
  const name = typed.length === 1 ? (ctrl || alt ? typed.toUpperCase() : typed) : typed;
  // Shift is part of a sign (`?`) and of a capital letter, and a modifier of all else.
  const needsShift = shift && (ctrl || alt || typed.length > 1) && !isSign;
  return [ctrl && 'Ctrl', alt && 'Alt', needsShift && 'Shift', name].filter(Boolean).join('+');
}

export interface Situation {
  /** The first key of a sequence that was pressed just before, `g`. */
  readonly pending: string | undefined;
  readonly inInput: boolean;
  readonly hasLetterKeys: boolean;
  readonly isHandled: (id: ShortcutId) => boolean;
}

export type Match =
  | { readonly kind: 'none' }
  /** The press begins a sequence. */
  | { readonly kind: 'pending'; readonly first: string }
  | { readonly kind: 'shortcut'; readonly id: ShortcutId };

/** Shortcuts without Ctrl or Alt, other than Escape and function keys: they would be typed text in an input. */
export function isLetterShortcut(keys: string): boolean {
  return !/^(Ctrl|Alt)\+/.test(keys) && !/^(F\d+|Escape)$/.test(keys);
}

const all = Object.entries(keymap) as unknown as readonly (readonly [ShortcutId, Binding])[];
/** The more local scope wins where two shortcuts have one key. */
const order: readonly Binding['scope'][] = ['form', 'record', 'workbook', 'conflicts', 'list', 'anywhere'];

/** Which shortcut a press fires, or whether it begins one. */
export function matchPress(press: string, situation: Situation): Match {
  const sequence = situation.pending === undefined ? press : `${situation.pending} ${press}`;
  const isUsable = (keys: string, binding: Binding) =>
    isLetterShortcut(keys)
      ? situation.hasLetterKeys && !situation.inInput
      : !situation.inInput || binding.inInputs === true;
  const open = all.filter(([id]) => situation.isHandled(id));
  const hits = open.filter(([, binding]) =>
    binding.keys.some((keys) => keys === sequence && isUsable(keys, binding)),
  );
  const [best] = hits.toSorted(([, a], [, b]) => order.indexOf(a.scope) - order.indexOf(b.scope));
  if (best) return { kind: 'shortcut', id: best[0] };
  const begins = open.some(([, binding]) =>
    binding.keys.some((keys) => keys.startsWith(`${sequence} `) && isUsable(keys, binding)),
  );
  if (begins) return { kind: 'pending', first: sequence };
  // A key that ends no sequence counts for itself.
  return situation.pending === undefined
    ? { kind: 'none' }
    : matchPress(press, { ...situation, pending: undefined });
}
