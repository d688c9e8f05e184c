import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { endedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';

/** May the reader note findings of it? Not once it has ended. */
export function useCanAdd({ state }: RecordView): boolean {
  const actor = useKnownActor();
  const finding = useData().catalogue.type('finding');
  return !endedStates.includes(state) && finding?.create.allows(actor, undefined) === true;
}
