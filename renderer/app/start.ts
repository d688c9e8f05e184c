import { findDevice, startData, type Data, type LockedDevice, type OpenDevice } from '#renderer/data/data.ts';
import { addFault } from '#renderer/session/faults.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { catalogue } from '#shared/processes/catalogue.ts';

let found: Promise<OpenDevice | LockedDevice> | undefined;
let started: Promise<Data> | undefined;

/** This device, open or locked; looked for once, however often it is called. */
export function device(bridge: OutpostBridge): Promise<OpenDevice | LockedDevice> {
  found ??= findDevice(bridge);
  return found;
}

/** Opens the workspace of this device; once, however often it is called. @throws ProblemError */
export function start(
  bridge: OutpostBridge,
  open: OpenDevice,
  onBlocked: (problem: Problem) => void,
): Promise<Data> {
  started ??= startData({
    bridge,
    catalogue,
    device: open,
    onBlocked,
    onFault: addFault,
    onElsewhere: () => location.reload(),
  });
  return started;
}
