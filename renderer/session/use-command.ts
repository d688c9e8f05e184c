import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useData, type Done } from '#renderer/data/data.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { describeDone } from './describe-done.ts';
import { announce, toast } from './toasts.ts';
import { rememberDone, useUndo } from './undo.ts';

interface CommandOptions {
  /** Says nothing when it works, as the page shows it anyway; it can be undone all the same. */
  readonly quiet?: boolean;
  /** What was done, in the page's own words: IM-O3: Largely achieved. */
  readonly label?: string;
}

type Run = (command: Command, options?: CommandOptions) => Promise<Result<Done, readonly Problem[]>>;

/**
 * The way pages write: does the command, offers Undo, tells screen readers. The caller shows the problems.
 * A record that was made stays made (it is cancelled or retired instead), so its toast leads to it.
 */
export function useCommand(): Run {
  const data = useData();
  const router = useRouter();
  const undo = useUndo();
  return useCallback<Run>(
    async (command, { quiet = false, label: said } = {}) => {
      const result = await data.execute(command);
      if (!result.ok) return result;
      const done = result.value;
      // Saving what was the same already leaves nothing to tell or to take back.
      if (done.entries.length === 0) return result;
      const label = said ?? describeDone(data.catalogue, command, done.number);
      const undoable = { done, label };
      const isMade = command.kind === 'create';
      if (!isMade) rememberDone(undoable);
      if (quiet) {
        announce(label);
        return result;
      }
      const action = isMade
        ? { label: 'Open', onSelect: () => void router.navigate({ href: `/record/${done.record}` }) }
        : { label: 'Undo', onSelect: () => void undo(undoable) };
      toast({ text: label, tone: 'success', action });
      return result;
    },
    [data, router, undo],
  );
}
