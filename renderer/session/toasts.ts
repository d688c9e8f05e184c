import { create } from 'zustand';

export type ToastTone = 'info' | 'success' | 'danger';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
}

interface ToastState {
  readonly toasts: readonly Toast[];
  /** What screen readers are told next; the number makes equal texts differ. */
  readonly announcement: { readonly text: string; readonly turn: number };
}

/** More would cover the work; the oldest goes first. */
const mostAtOnce = 3;

export const useToasts = create<ToastState>()(() => ({ toasts: [], announcement: { text: '', turn: 0 } }));

let lastId = 0;

/** Shows a short message at the foot of the page and reads it out. */
export function toast(content: Omit<Toast, 'id' | 'tone'> & { readonly tone?: ToastTone }): number {
  const id = ++lastId;
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts, { tone: 'info' as const, ...content, id }].slice(-mostAtOnce),
  }));
  announce(content.action ? `${content.text} ${content.action.label} is offered.` : content.text);
  return id;
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
}

/** Reads a text out without showing it. */
export function announce(text: string): void {
  useToasts.setState(({ announcement }) => ({ announcement: { text, turn: announcement.turn + 1 } }));
}
