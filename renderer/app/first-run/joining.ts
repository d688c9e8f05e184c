import { create } from 'zustand';

interface JoiningState {
  /** Somebody waits for the records of the unit that this device has just joined. */
  readonly isJoining: boolean;
}

/** Holds back the workbench, whose figures would be wrong while half of the unit is there. */
export const useJoining = create<JoiningState>()(() => ({ isJoining: false }));

export function setJoining(isJoining: boolean): void {
  useJoining.setState({ isJoining });
}
