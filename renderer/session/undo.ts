import { useCallback } from 'react';
import { create } from 'zustand';
import { useData, type Done } from '#renderer/data/data.ts';
import { toast } from './toasts.ts';

interface UndoState {
  /** What this page did, oldest first. */
  readonly done: readonly Done[];
}

/** Further back the timeline of each record serves better. */
const mostSteps = 50;

export const useUndoStack = create<UndoState>()(() => ({ done: [] }));

export function rememberDone(done: Done): void {
  useUndoStack.setState((state) => ({ done: [...state.done, done].slice(-mostSteps) }));
}

function forget(done: Done): void {
  useUndoStack.setState((state) => ({ done: state.done.filter((one) => one !== done) }));
}

/** Takes back one thing that was done, the latest if none is named, and says what came of it. */
export function useUndo(): (done?: Done) => Promise<void> {
  const data = useData();
  return useCallback(
    async (chosen) => {
      const done = chosen ?? useUndoStack.getState().done.at(-1);
      if (!done) {
        toast({ text: 'Nothing to undo since this page was opened.' });
        return;
      }
      forget(done);
      const result = await data.undo(done.entries);
      if (result.ok) toast({ text: `Undone: ${done.label}`, tone: 'success' });
      else toast({ text: result.error.map(({ message, next }) => `${message} ${next ?? ''}`).join(' '), tone: 'danger' });
    },
    [data],
  );
}
