import { useState } from 'react';
import type { HubStatus } from '#renderer/data/data.ts';

/** Share of the present exchange that is done, 0 to 1; undefined while none runs or nothing is known to do. */
export function useShareDone({ phase, waiting, lacking }: HubStatus): number | undefined {
  const left = waiting.entries + lacking;
  const isRunning = phase === 'exchanging';
  const [most, setMost] = useState(0);
  // What is left may grow meanwhile, as both sides go on writing.
  const wanted = isRunning ? Math.max(most, left) : 0;
  if (wanted !== most) setMost(wanted);
  return isRunning && wanted > 0 ? (wanted - left) / wanted : undefined;
}
