import { useCallback, useState } from 'react';
import { useCommand } from '#renderer/session/use-command.ts';
import { asksFirst } from './use-action-form.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';

export interface Actions {
  /** The action that is asking in a dialog. */
  readonly asking: Transition | undefined;
  readonly problems: readonly Problem[];
  readonly start: (transition: Transition) => void;
  readonly close: () => void;
  readonly dismiss: () => void;
}

/** Does an action at once where nothing is to be asked, else opens its dialog. */
export function useActions(record: RecordView): Actions {
  const run = useCommand();
  const [asking, setAsking] = useState<Transition>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const start = useCallback(
    (transition: Transition) => {
      setProblems([]);
      if (asksFirst(transition, record)) {
        setAsking(transition);
        return;
      }
      void run({ kind: 'act', record: record.id, action: transition.action, inputs: {} }).then((result) => {
        if (!result.ok) setProblems(result.error);
      });
    },
    [record, run],
  );
  const close = useCallback(() => setAsking(undefined), []);
  const dismiss = useCallback(() => setProblems([]), []);
  return { asking, problems, start, close, dismiss };
}
