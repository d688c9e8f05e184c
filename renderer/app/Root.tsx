import { useEffect, useState } from 'react';
import type { Data } from '#renderer/data/data.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { App } from './App.tsx';
import { AppTheme } from './AppTheme.tsx';
import { start } from './start.ts';
import { startProblem } from './start-problem.ts';
import { StartPage, type StartState } from './StartPage.tsx';

/** Opens the workspace and shows the application, or what stands in the way. */
export function Root({ bridge }: { readonly bridge: OutpostBridge }) {
  const [data, setData] = useState<Data>();
  const [state, setState] = useState<StartState>({ kind: 'opening' });
  useEffect(() => {
    const onBlocked = (found: Problem) => setState({ kind: 'blocked', problem: found });
    start(bridge, onBlocked).then(setData, (error: unknown) => {
      setState({ kind: 'failed', problem: startProblem(error) });
    });
  }, [bridge]);
  return <AppTheme>{data ? <App data={data} bridge={bridge} /> : <StartPage state={state} />}</AppTheme>;
}
