import { useEffect, useRef } from 'react';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { ShortcutId } from './keymap.ts';
import { matchPress, spell } from './match-keys.ts';

/** Returning false says that it was not for this one after all; the browser then does what it would have done. */
export type ShortcutHandler = (event: KeyboardEvent) => unknown;

export type ShortcutHandlers = Partial<Record<ShortcutId, ShortcutHandler>>;

interface Layer {
  current: ShortcutHandlers;
}

/** Later layers lie above earlier ones. */
const layers: Layer[] = [];
const sequencePause = 1200;
let pending: { readonly first: string; readonly at: number } | undefined;

const textInputTypes = new Set([
  'button',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'file',
  'range',
  'color',
  'image',
]);

/** Whether keys typed at an element are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !textInputTypes.has(target.type);
  if (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  )
    return true;
  // Menus find their entries by typed letters.
  return (
    target.closest('[role="textbox"], [role="combobox"], .MuiPopover-root, .MuiAutocomplete-popper') !== null
  );
}

function isBehindDialog(): boolean {
  return (
    document.querySelector(
      '[role="dialog"][aria-modal="true"], [role="alertdialog"], .MuiModal-root [role="dialog"]',
    ) !== null
  );
}

function handlerOf(id: ShortcutId): ShortcutHandler | undefined {
  return layers.findLast((layer) => layer.current[id])?.current[id];
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isBehindDialog()) return;
  const press = spell({
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey || event.metaKey,
    alt: event.altKey && !event.getModifierState('AltGraph'),
    shift: event.shiftKey,
  });
  if (press === undefined) return;
  const isRecent = pending !== undefined && event.timeStamp - pending.at < sequencePause;
  const match = matchPress(press, {
    pending: isRecent ? pending?.first : undefined,
    inInput: takesText(event.target),
    hasLetterKeys: usePreferences.getState().hasLetterKeys,
    isHandled: (id) => handlerOf(id) !== undefined,
  });
  pending = match.kind === 'pending' ? { first: match.first, at: event.timeStamp } : undefined;
  if (match.kind !== 'shortcut') return;
  if (handlerOf(match.id)?.(event) !== false) event.preventDefault();
}

/** Answers shortcuts while the component is on the page. Inside an open dialog none fires. */
export function useShortcuts(handlers: ShortcutHandlers, enabled = true): void {
  const layer = useRef<ShortcutHandlers>(handlers);
  useEffect(() => {
    layer.current = handlers;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled]);
}
