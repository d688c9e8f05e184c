import { useMemo } from 'react';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { allowedActions } from '#shared/engine/lifecycle.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

/** Those of the named actions that the actor may do with the record now, in the order of the names. */
export function useAllowed(
  type: RecordType,
  record: RecordView,
  names: readonly string[],
): readonly Transition[] {
  const actor = useKnownActor();
  const key = names.join(' ');
  return useMemo(() => {
    const allowed = allowedActions(type, record, actor);
    return key.split(' ').flatMap((name) => allowed.find(({ action }) => action === name) ?? []);
  }, [type, record, actor, key]);
}
