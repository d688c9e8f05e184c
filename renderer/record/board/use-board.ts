import { useCallback, useMemo, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { useKnownActor } from '../known-actor.ts';
import { asksFirst } from '../page/use-action-form.ts';
import { laneColumn, lanesOf, movesOf, type Lane, type Moves } from './lanes.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';

/** A move that has to be asked about: which of several actions, or what the action needs. */
export interface Asking {
  readonly record: RecordView;
  readonly ways: readonly Transition[];
}

export interface Board {
  readonly lanes: readonly Lane[];
  /** The card being dragged and where it may go. */
  readonly dragged: Moves | undefined;
  readonly asking: Asking | undefined;
  readonly problems: readonly Problem[];
  readonly movesFor: (id: string) => Promise<Moves | undefined>;
  readonly drag: (id: string) => void;
  readonly drop: () => void;
  readonly move: (moves: Moves, lane: string) => void;
  readonly ask: (asking: Asking | undefined) => void;
  readonly dismiss: () => void;
}

/** The lanes of a board and how cards move between them. */
export function useBoard(type: RecordType, query: Query): Board {
  const data = useData();
  const actor = useKnownActor();
  const run = useCommand();
  const lanes = useMemo(() => lanesOf(type, query), [type, query]);
  const [dragged, setDragged] = useState<Moves>();
  const [asking, setAsking] = useState<Asking>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const movesFor = useCallback(
    async (id: string) => {
      const record = await data.load(id);
      return record && movesOf(type, record, lanes, actor);
    },
    [data, type, lanes, actor],
  );
  const drag = useCallback(
    (id: string) => {
      void movesFor(id).then(setDragged);
    },
    [movesFor],
  );
  const drop = useCallback(() => setDragged(undefined), []);
  const move = useCallback(
    ({ record, ways }: Moves, lane: string) => {
      const transitions = ways.get(lane);
      if (!transitions) return;
      setProblems([]);
      const [only] = transitions;
      if (transitions.length > 1 || (only && asksFirst(only, record))) {
        setAsking({ record, ways: transitions });
        return;
      }
      const command = only
        ? ({ kind: 'act', record: record.id, action: only.action, inputs: {} } as const)
        : ({ kind: 'edit', record: record.id, fields: { [laneColumn(type)]: lane } } as const);
      void run(command).then((result) => {
        if (!result.ok) setProblems(result.error);
      });
    },
    [run, type],
  );
  const dismiss = useCallback(() => setProblems([]), []);
  return { lanes, dragged, asking, problems, movesFor, drag, drop, move, ask: setAsking, dismiss };
}
