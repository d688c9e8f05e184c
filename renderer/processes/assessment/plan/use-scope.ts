import { useCallback, useMemo, useState } from 'react';
import { useDraft } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { choicesOf, inModelOrder, linesOf, type ScopeChoice } from '#shared/assessment/scope.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { TableRow } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { ReferenceModel } from '#shared/library/model.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import { useProcessModels } from '../process-models.tsx';

/** A domain of the model with its processes, or what is in scope and not in the model. */
export interface ScopeGroup {
  readonly code: string;
  readonly name: string;
  readonly processes: readonly { readonly code: string; readonly name: string }[];
}

export interface ScopeEditing {
  readonly groups: readonly ScopeGroup[];
  readonly choices: readonly ScopeChoice[];
  readonly isChanged: boolean;
  readonly problems: readonly Problem[];
  readonly change: (choices: readonly ScopeChoice[]) => void;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

/** The scope of an assessment as it is being chosen. It is kept as a draft until it is saved as one change. */
export function useScope(assessment: RecordView): ScopeEditing {
  const run = useCommand();
  const { draft, save: keep, discard: forget } = useDraft<readonly ScopeChoice[]>(`scope:${assessment.id}`);
  const [typed, setTyped] = useState<readonly ScopeChoice[]>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const saved = useMemo(() => choicesOf(planOf(assessment).scope), [assessment]);
  const unsaved = typed ?? draft;
  const choices = unsaved ?? saved;
  const models = useProcessModels();
  const order = useMemo(() => orderOf(models), [models]);
  const groups = useMemo(() => groupsWith(choices, models), [choices, models]);

  const change = (next: readonly ScopeChoice[]) => {
    setTyped(next);
    keep(next);
  };
  const discard = useCallback(() => {
    setTyped(undefined);
    setProblems([]);
    void forget();
  }, [forget]);
  const save = async () => {
    const scope = linesOf(inModelOrder(choices, order)).map((line): TableRow => ({ ...line }));
    const done = await run({ kind: 'edit', record: assessment.id, fields: { scope } });
    if (done.ok) discard();
    else setProblems(done.error);
  };
  const isChanged = unsaved !== undefined && JSON.stringify(unsaved) !== JSON.stringify(saved);
  return { groups, choices, isChanged, problems, change, save, discard };
}

function orderOf(models: readonly ReferenceModel[]): readonly string[] {
  return models.flatMap(({ processes }) => processes.map(({ code }) => code));
}

function groupsWith(
  choices: readonly ScopeChoice[],
  models: readonly ReferenceModel[],
): readonly ScopeGroup[] {
  const domains = models.flatMap((model) =>
    model.domains.map(({ code, name }) => ({
      code,
      name,
      processes: model.processes.filter(({ domain }) => domain === code),
    })),
  );
  const order = orderOf(models);
  const unknown = choices.filter(({ process }) => !order.includes(process));
  return unknown.length === 0
    ? domains
    : [
        ...domains,
        {
          code: 'unknown',
          name: 'Not in the reference model',
          processes: unknown.map(({ process }) => ({ code: process, name: '' })),
        },
      ];
}
