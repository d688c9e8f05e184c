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
  /** The account of whoever is at the desk was closed, or set aside. */
  readonly isOut: boolean;
} {
  const { access } = useData();
  // What is an account follows from the configuration.
  useConfig();
  const subscribe = (listener: () => void) => access.subscribe(listener);
  useSyncExternalStore(subscribe, () => access.version);
  const { stage, person, isOut } = access;
  return { access, stage, person, accounts: access.accounts(), isOut };
}
