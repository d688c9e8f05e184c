import { create } from 'zustand';

interface UpdateState {
  /** A new version is on this device and waits until people are ready for it. */
  readonly isReady: boolean;
}

export const useUpdate = create<UpdateState>()(() => ({ isReady: false }));

let activate: (() => void) | undefined;

/** Says that a new version waits, and how it is taken. */
export function offerUpdate(take: () => void): void {
  activate = take;
  useUpdate.setState({ isReady: true });
}

/** Restarts with the new version. Only a person's click calls this. */
export function takeUpdate(): void {
  activate?.();
}

export function postponeUpdate(): void {
  useUpdate.setState({ isReady: false });
}
