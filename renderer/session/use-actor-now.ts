import { useEffect, useMemo, useState } from 'react';
import { useConfig, useData } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { assignmentsOf, nextChange } from '#shared/engine/assignments.ts';
import { actorOf } from './actor.ts';

/** Browsers take no longer wait than this, ms. */
const longestWait = 2 ** 31 - 1;

/** The person as an actor, made anew when an assignment is written and at the instants at which one begins or ends. */
export function useActorNow(person: RecordView | undefined): Actor | undefined {
  const data = useData();
  const config = useConfig();
  const [at, setAt] = useState(() => data.now());
  const { actor, next } = useMemo(() => {
    // Something may have been written since.
    const now = Math.max(at, data.now());
    if (!person) return { actor: undefined, next: undefined };
    const assignments = assignmentsOf(config.all('assignment'));
    return { actor: actorOf(person, config, now), next: nextChange(person.id, assignments, now) };
  }, [person, config, data, at]);
  useEffect(() => {
    if (next === undefined) return undefined;
    const wait = Math.min(Math.max(next - data.now(), 0), longestWait);
    const timer = setTimeout(() => setAt(data.now()), wait);
    return () => clearTimeout(timer);
  }, [next, data, at]);
  return actor;
}
