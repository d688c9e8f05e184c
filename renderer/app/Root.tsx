import { lazy, Suspense, useEffect, useState } from 'react';
import type { Data, OpenDevice } from '#renderer/data/data.ts';
import { readLastMarking } from '#renderer/session/last-frame.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { StartPage } from './StartPage.tsx';
import type { StartState } from './start-state.ts';

// Fetched at once, side by side; the start page is painted meanwhile.
const startModule = import('./start.ts');
const appModule = import('./App.tsx');
const App = lazy(async () => ({ default: (await appModule).App }));

const opening: StartState = { kind: 'opening' };

/** Opens the workspace and shows the application, or what stands in the way. */
export function Root({ bridge }: { readonly bridge: OutpostBridge }) {
  const [data, setData] = useState<Data>();
  const [state, setState] = useState(opening);
  const [marking] = useState(readLastMarking);
  useEffect(() => {
    const fail = (error: unknown) => setState({ kind: 'failed', error });
    const open = async (device: OpenDevice) => {
      setState(opening);
      const { start } = await startModule;
      setData(await start(bridge, device, (problem) => setState({ kind: 'blocked', problem })));
    };
    startModule
      .then(({ device }) => device(bridge))
      .then((device) => {
        if ('vault' in device) return open(device);
        setState({ kind: 'locked', device, onOpen: (opened) => void open(opened).catch(fail) });
        return undefined;
      })
      .catch(fail);
  }, [bridge]);
  const startPage = <StartPage state={state} marking={marking} />;
  return data ? (
    <Suspense fallback={startPage}>
      <App data={data} bridge={bridge} />
    </Suspense>
  ) : (
    startPage
  );
}
