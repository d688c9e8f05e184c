import { useCallback, useEffect, useState } from 'react';
import type { AdminSessionInfo } from '#shared/contracts/hub-admin.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from '../sync-problem.ts';
import { currentSession, signIn, signOut } from './hub-session.ts';

/** `asking`: the hub has not said yet whether somebody is signed in on this browser. */
type SessionState = 'asking' | 'out' | AdminSessionInfo;

export interface SessionControl {
  readonly state: SessionState;
  /** Why nobody is signed in (any more). */
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly enter: (token: string) => Promise<void>;
  readonly leave: () => Promise<void>;
  /** The hub no longer knows the session. */
  readonly lose: (problem: Problem) => void;
}

/** Who is signed in at the hub that serves this page. Only the hub knows; the browser keeps a cookie that no script reads. */
export function useAdminSession(): SessionControl {
  const [state, setState] = useState<SessionState>('asking');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const lose = useCallback((found: Problem) => {
    setProblem(found);
    setState('out');
  }, []);
  useEffect(() => {
    let isOver = false;
    currentSession().then(
      (session) => {
        if (!isOver) setState(session ?? 'out');
      },
      (error: unknown) => {
        if (!isOver) lose(syncProblem(error));
      },
    );
    return () => {
      isOver = true;
    };
  }, [lose]);
  const busily = async (work: () => Promise<SessionState>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setState(await work());
    } catch (error) {
      setProblem(syncProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const enter = (token: string) => busily(() => signIn(token));
  const leave = async () => {
    if (typeof state === 'string') return;
    const { proof } = state;
    await busily(async () => {
      await signOut(proof);
      return 'out';
    });
  };
  return { state, problem, isBusy, enter, leave, lose };
}
