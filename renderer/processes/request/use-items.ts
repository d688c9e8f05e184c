import { useCallback, useMemo, useState } from 'react';
import { useQuery, type Row } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { deskWork } from '#shared/processes/support/rights.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { inProcess } from '#shared/definition/scoped-rights.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { rollUp, type RollUp } from './roll-up.ts';

/** A request has at most 50 items of at most 50 tasks. */
const allItems = { offset: 0, limit: 100 };
const allTasks = { offset: 0, limit: 2500 };

function partsOf(type: string, request: string): Query {
  return { type, where: [{ column: 'request', in: [request] }], sort: [{ column: 'createdAt' }] };
}

export interface ItemsView {
  /** Undefined while they are fetched. */
  readonly progress: RollUp | undefined;
  readonly problems: readonly Problem[];
  readonly mayComplete: (task: Row) => boolean;
  readonly complete: (task: Row) => void;
  readonly dismiss: () => void;
}

/** The items of a request with their tasks, live. */
export function useItems(record: RecordView): ItemsView {
  const actor = useKnownActor();
  const run = useCommand();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const items = useQuery(
    useMemo(() => partsOf('request-item', record.id), [record.id]),
    allItems,
  ).result;
  const tasks = useQuery(
    useMemo(() => partsOf('request-task', record.id), [record.id]),
    allTasks,
  ).result;
  const progress = useMemo(() => items && tasks && rollUp(items.rows, tasks.rows), [items, tasks]);

  const mayComplete = useCallback(
    (task: Row) => inProcess('RF', deskWork).allows(actor, undefined) || task.cells['assignee'] === actor.id,
    [actor],
  );
  const complete = useCallback(
    (task: Row) => {
      void run({ kind: 'act', record: task.id, action: 'complete', inputs: {} }).then((result) => {
        setProblems(result.ok ? [] : result.error);
      });
    },
    [run],
  );
  const dismiss = useCallback(() => setProblems([]), []);
  return { progress, problems, mayComplete, complete, dismiss };
}
