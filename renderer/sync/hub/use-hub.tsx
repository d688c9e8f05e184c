import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from '../sync-problem.ts';
import { HubAdmin } from './hub-admin.ts';

interface Hub {
  readonly admin: HubAdmin;
  /** The same for what the page asks without anybody's doing. */
  readonly bySelf: HubAdmin;
  /** Rises with everything that was changed here: what is shown is asked again. */
  readonly turn: number;
  readonly changed: () => void;
}

const HubContext = createContext<Hub | undefined>(undefined);

/** Lets the pages below ask the hub within an administrator's session. */
export function HubProvider({ proof, children }: { readonly proof: string; readonly children: ReactNode }) {
  const admin = useMemo(() => new HubAdmin({ proof }), [proof]);
  const bySelf = useMemo(() => new HubAdmin({ proof, isBySelf: true }), [proof]);
  const [turn, setTurn] = useState(0);
  const changed = useCallback(() => setTurn((one) => one + 1), []);
  const hub = useMemo(() => ({ admin, bySelf, turn, changed }), [admin, bySelf, turn, changed]);
  return <HubContext value={hub}>{children}</HubContext>;
}

function useHub(): Hub {
  const hub = use(HubContext);
  if (!hub) throw new Error('useHub is called outside HubProvider.');
  return hub;
}

const askEvery = 15_000;

interface HubAnswer<Answer> {
  /** The last one, also while the next is on its way. */
  readonly answer: Answer | undefined;
  readonly problem: Problem | undefined;
}

/** What the hub answers, asked anew now and then and after every change made here. */
export function useHubAnswer<Answer>(
  key: string,
  ask: (admin: HubAdmin) => Promise<Answer>,
): HubAnswer<Answer> {
  const { admin, bySelf, turn } = useHub();
  const [state, setState] = useState<{ readonly key: string } & HubAnswer<Answer>>();
  const asked = useRef(ask);
  useEffect(() => {
    asked.current = ask;
  });
  useEffect(() => {
    let isOver = false;
    const again = (by: HubAdmin) => {
      asked.current(by).then(
        (answer) => {
          if (!isOver) setState({ key, answer, problem: undefined });
        },
        (error: unknown) => {
          if (isOver) return;
          const problem = syncProblem(error);
          setState((old) => ({ key, answer: old?.key === key ? old.answer : undefined, problem }));
        },
      );
    };
    again(admin);
    const timer = setInterval(() => again(bySelf), askEvery);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [admin, bySelf, key, turn]);
  return state?.key === key ? state : { answer: undefined, problem: undefined };
}

interface HubAction {
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  /** Gives whether it was done. */
  readonly run: (work: (admin: HubAdmin) => Promise<void>) => Promise<boolean>;
}

/** Something that an administrator does at the hub. */
export function useHubAction(): HubAction {
  const { admin, changed } = useHub();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = useCallback<HubAction['run']>(
    async (work) => {
      setBusy(true);
      setProblem(undefined);
      try {
        await work(admin);
        changed();
        return true;
      } catch (error) {
        setProblem(syncProblem(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [admin, changed],
  );
  return { isBusy, problem, run };
}
