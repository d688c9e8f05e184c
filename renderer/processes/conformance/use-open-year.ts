import { useCallback, useRef, useState } from 'react';
import { useData, type Data } from '#renderer/data/data.ts';
import { toast } from '#renderer/session/toasts.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import { cycleId, draftFields, statementId } from '#shared/processes/improvement/conformance-year.ts';

interface YearWish {
  readonly year: number;
  /** Record id; '' for the whole unit. */
  readonly component: string;
  /** `YYYY-MM-DD`, or ''. */
  readonly due: string;
  /** Services that have no statement of the year. */
  readonly rows: readonly RegisterRow[];
}

/** Commands that open a year: its record unless it is there, and one draft for each service that can have one. */
export function yearCommands(wish: YearWish, isOpened: boolean): readonly Command[] {
  const { year, component, due, rows } = wish;
  const cycle = cycleId(component, year);
  const begin: Command = {
    kind: 'create',
    type: 'conformance-cycle',
    id: cycle,
    fields: {
      name: `Conformance ${String(year)}`,
      year,
      ...(component === '' ? {} : { component }),
      ...(due === '' ? {} : { due }),
    },
  };
  const drafts = rows.flatMap(({ service, before, exception }): Command[] => {
    const fields = draftFields({ service, year, cycle, before, exception: exception?.record });
    const id = statementId(service.id, year);
    return fields ? [{ kind: 'create', type: 'conformance-statement', id, fields }] : [];
  });
  return [...(isOpened ? [] : [begin]), ...drafts];
}

export interface OpenYear {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly problems: readonly Problem[];
  /** True where all of it was done. What was done before a refusal or a cancel stays, and opening again goes on there. */
  readonly open: (wish: YearWish) => Promise<boolean>;
  readonly cancel: () => void;
}

/** Opens a year of conformance in one go. */
export function useOpenYear(): OpenYear {
  const data = useData();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<OpenYear['progress']>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const open = useCallback(
    async (wish: YearWish) => {
      const { signal } = (running.current = new AbortController());
      setProblems([]);
      const isOpened = (await data.load(cycleId(wish.component, wish.year))) !== undefined;
      const commands = yearCommands(wish, isOpened);
      const refused = await runAll(data, commands, signal, (done) =>
        setProgress({ done, total: commands.length }),
      );
      setProgress(undefined);
      setProblems(refused);
      const isWhole = refused.length === 0 && !signal.aborted;
      const made = commands.length - (isOpened ? 0 : 1);
      if (isWhole)
        toast({ text: `${String(wish.year)} is open, ${String(made)} statements made`, tone: 'success' });
      return isWhole;
    },
    [data],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { progress, problems, open, cancel };
}

/** One after the other, until one is refused; answers with why. */
async function runAll(
  data: Pick<Data, 'execute'>,
  commands: readonly Command[],
  signal: AbortSignal,
  onDone: (done: number) => void,
): Promise<readonly Problem[]> {
  for (const [done, command] of commands.entries()) {
    if (signal.aborted) break;
    onDone(done);
    const result = await data.execute(command);
    if (!result.ok) return result.error;
  }
  return [];
}
