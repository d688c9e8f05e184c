import { useCallback } from 'react';
import { create } from 'zustand';
import { useData, type Done } from '#renderer/data/data.ts';
import { toast } from './toasts.ts';

/** Something that was done here and can be taken back. */
export interface Undoable {
  readonly done: Done;
  readonly label: string;
}

interface UndoState {
  /** What this page did, oldest first. */
  readonly stack: readonly Undoable[];
}

/** Further back the timeline of each record serves better. */
const mostSteps = 50;

export const useUndoStack = create<UndoState>()(() => ({ stack: [] }));

export function rememberDone(done: Undoable): void {
  useUndoStack.setState(({ stack }) => ({ stack: [...stack, done].slice(-mostSteps) }));
}

function forget(done: Undoable): void {
  useUndoStack.setState(({ stack }) => ({ stack: stack.filter((one) => one !== done) }));
}

/** Takes back one thing that was done, the latest if none is named, and says what came of it. */
export function useUndo(): (undoable?: Undoable) => Promise<void> {
  const data = useData();
  return useCallback(
    async (chosen) => {
      const last = chosen ?? useUndoStack.getState().stack.at(-1);
      if (!last) {
        toast({ text: 'Nothing to undo since this page was opened.' });
        return;
      }
      forget(last);
      const result = await data.undo(last.done.entries);
      if (result.ok) toast({ text: `Undone: ${last.label}`, tone: 'success' });
      else {
        const text = result.error.map(({ message, next }) => `${message} ${next ?? ''}`).join(' ');
        toast({ text, tone: 'danger' });
      }
    },
    [data],
  );
}
