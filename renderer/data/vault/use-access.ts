import { useSyncExternalStore } from 'react';
import { useData } from '../context.ts';
import { useConfig } from '../hooks.ts';
import type { Account } from './accounts.ts';
import type { Access, AccessStage } from './access.ts';

/** Signing in on this device, and how it stands. */
export function useAccess(): {
  readonly access: Access;
  readonly stage: AccessStage;
  /** Record id of the person at the desk. */
  readonly person: string | undefined;
  readonly accounts: readonly Account[];
} {
  const { access } = useData();
  // What is an account follows from the configuration.
  useConfig();
  const subscribe = (listener: () => void) => access.subscribe(listener);
  const stage = useSyncExternalStore(subscribe, () => access.stage);
  const person = useSyncExternalStore(subscribe, () => access.person);
  return { access, stage, person, accounts: access.accounts() };
}
