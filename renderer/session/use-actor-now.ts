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
  const [turn, setTurn] = useState(0);
  const { actor, next } = useMemo(() => {
    void turn;
    const now = data.now();
    if (!person) return { actor: undefined, next: undefined };
    const assignments = assignmentsOf(config.all('assignment'));
    return { actor: actorOf(person, config, now), next: nextChange(person.id, assignments, now) };
  }, [person, config, data, turn]);
  useEffect(() => {
    if (next === undefined) return undefined;
    const wait = Math.min(Math.max(next - data.now(), 0), longestWait);
    const timer = setTimeout(() => setTurn((before) => before + 1), wait);
    return () => clearTimeout(timer);
  }, [next, data, turn]);
  return actor;
}
