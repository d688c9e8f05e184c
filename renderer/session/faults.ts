import { create } from 'zustand';
import type { Problem } from '#shared/kernel/errors.ts';

interface FaultState {
  /** Faults of the device that concern every page: a window that is too old to write, a journal that cannot be written. */
  readonly faults: readonly Problem[];
}

export const useFaults = create<FaultState>()(() => ({ faults: [] }));

export function addFault(fault: Problem): void {
  useFaults.setState(({ faults }) =>
    faults.some(({ code, message }) => code === fault.code && message === fault.message)
      ? { faults }
      : { faults: [...faults, fault] },
  );
}

export function dismissFaults(): void {
  useFaults.setState({ faults: [] });
}
