import { startData, type Data } from '#renderer/data/data.ts';
import { addFault } from '#renderer/session/faults.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { catalogue } from '#shared/processes/catalogue.ts';

let started: Promise<Data> | undefined;

/** Opens the workspace of this device; once, however often it is called. @throws ProblemError */
export function start(bridge: OutpostBridge, onBlocked: (problem: Problem) => void): Promise<Data> {
  started ??= startData({ bridge, catalogue, onBlocked, onFault: addFault });
  return started;
}
