import { useCallback, useEffect, useState } from 'react';
import { useData, useSyncStatus } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { announce } from '#renderer/session/toasts.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { Capability, HostedHubCode, HostedHubStatus } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from './sync-problem.ts';

interface HostHub {
  /** Whether this shell can do it at all; undefined while it is asked. */
  readonly capability: Capability | undefined;
  readonly status: HostedHubStatus | undefined;
  /** The laptop exchanges with its own hub already. */
  readonly hasJoined: boolean;
  /** The last one that was made here. */
  readonly code: HostedHubCode | undefined;
  /** Why what was asked for last did not come through. */
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly start: (port: number, name: string) => void;
  readonly stop: () => void;
  readonly join: () => void;
  readonly newCode: () => void;
}

/** The hub that this laptop hosts for its network. */
export function useHostHub(): HostHub {
  const { hub: host, platform } = useBridge();
  const { sync, identity } = useData();
  const { hubs } = useSyncStatus();
  const unit = useUnit();
  const [capability, setCapability] = useState<Capability>();
  const [status, setStatus] = useState<HostedHubStatus>();
  const [code, setCode] = useState<HostedHubCode>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isOver = false;
    const show = (found: HostedHubStatus) => {
      if (!isOver) setStatus(found);
    };
    const stopListening = host.onStatus(show);
    void Promise.all([platform.info(), host.status()]).then(([{ capabilities }, found]) => {
      if (!isOver) setCapability(capabilities.hostHub);
      show(found);
    });
    return () => {
      isOver = true;
      stopListening();
    };
  }, [host, platform]);

  const run = useCallback((work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    work()
      .catch((error: unknown) => setProblem(readBridgeError(error) ?? syncProblem(error)))
      .finally(() => setBusy(false));
  }, []);

  const laptop = `Laptop ${identity.shortCode}`;
  return {
    capability,
    status,
    hasJoined: hubs.some(({ hub }) => hub.id === status?.hub),
    code,
    problem,
    isBusy,
    start: (port, name) =>
      run(async () => {
        // The hub has to be of the workspace whose records are here; a laptop that never joined one begins it.
        const [known] = hubs;
        const { id, ...own } = known?.hub.workspace ?? {
          id: undefined,
          name: unit.name || 'Workspace',
          marking: unit.marking,
        };
        setStatus(await host.start({ port, name, workspace: { ...own, ...(id !== undefined && { id }) } }));
        announce('The hub on this laptop runs');
      }),
    stop: () =>
      run(async () => {
        setCode(undefined);
        setStatus(await host.stop());
        announce('The hub on this laptop is off');
      }),
    join: () =>
      run(async () => {
        const { code: own } = await host.newCode(laptop);
        const { address = '' } = await host.status();
        await sync.enrol({ address, code: own, name: laptop, profile: 'lan' });
        announce('This laptop is connected to its own hub');
      }),
    newCode: () =>
      run(async () => {
        setCode(await host.newCode('Another device'));
      }),
  };
}
