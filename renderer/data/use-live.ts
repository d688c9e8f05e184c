import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Actor } from '#shared/definition/permission.ts';
import { useData } from './context.ts';
import { Question } from './question.ts';
import { readProblem } from './storage-problem.ts';
import type { Data } from './workspace-data.ts';

/** Calls `again` whenever the answer may be another one. */
export type Subscribe = (data: Data, again: () => void) => () => void;

interface Live<Answer> {
  /** The last answer, also where it is of an earlier key; never one that was asked by somebody else. */
  readonly answer: Answer | undefined;
  /** The answer is of this key and of whoever is at the desk. */
  readonly isCurrent: boolean;
  /** The answer is of this key; nobody may have been at the desk when it was asked. */
  readonly isAnswered: boolean;
}

interface Answered<Answer> {
  readonly key: string;
  readonly actor: Actor | undefined;
  readonly answer: Answer;
}

/**
 * The answer of `ask`, asked again whenever `key` or the person at the desk changes or `subscribe` calls; the old answer
 * stays until the new one is there.
 */
export function useLive<Answer>(
  key: string,
  ask: (data: Data) => Promise<Answer>,
  subscribe: Subscribe,
): Live<Answer> {
  const data = useData();
  const actor = useSyncExternalStore(
    useCallback((again) => data.onActor(again), [data]),
    () => data.actor,
  );
  const [state, setState] = useState<Answered<Answer> | undefined>();
  const asked = useRef(ask);
  useEffect(() => {
    asked.current = ask;
  });
  useEffect(() => {
    let isOver = false;
    const question = new Question(
      () => asked.current(data),
      (answer) => {
        if (!isOver) setState({ key, actor, answer });
      },
      (error) => {
        if (!isOver) data.tellFault(readProblem(error));
      },
    );
    question.again();
    const unsubscribe = subscribe(data, () => question.again());
    return () => {
      isOver = true;
      unsubscribe();
    };
  }, [data, key, actor, subscribe]);
  // Somebody sees no less than nobody does, so that answer may stand until the next one is there.
  const isTheirs = state !== undefined && (state.actor === undefined || state.actor === actor);
  return {
    answer: isTheirs ? state.answer : undefined,
    isCurrent: state?.key === key && state.actor === actor,
    isAnswered: isTheirs && state.key === key,
  };
}
