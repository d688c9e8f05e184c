import { createContext, use, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { create } from 'zustand';
import { useData, useRecord } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { useActorNow } from './use-actor-now.ts';

interface SessionState {
  /** Record id of the person at the desk. */
  readonly person: string | undefined;
}

const useSessionStore = create<SessionState>()(() => ({ person: undefined }));

/** Says who is at the desk from now on; nobody until somebody is chosen. */
export function setCurrentPerson(id: string | undefined): void {
  useSessionStore.setState({ person: id });
}

export function useCurrentPersonId(): string | undefined {
  return useSessionStore((state) => state.person);
}

interface Session {
  readonly actor: Actor | undefined;
  readonly person: RecordView | undefined;
  /** The person at the desk is not known yet. */
  readonly isLoading: boolean;
}

const SessionContext = createContext<Session>({ actor: undefined, person: undefined, isLoading: true });

/** Keeps the actor of the data layer the same as the person at the desk. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const data = useData();
  const id = useCurrentPersonId();
  const { record: person, isLoading } = useRecord(id);
  const actor = useActorNow(person);
  const session = useMemo<Session>(
    () => ({ actor, person, isLoading: id !== undefined && isLoading }),
    [actor, person, id, isLoading],
  );
  useLayoutEffect(() => data.setActor(session.actor), [data, session.actor]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who acts; undefined while nobody is chosen. */
export function useActor(): Actor | undefined {
  return use(SessionContext).actor;
}

export function usePerson(): RecordView | undefined {
  return use(SessionContext).person;
}

export function useSession(): Session {
  return use(SessionContext);
}
