import { useMemo } from 'react';
import { useData, useRecord } from '#renderer/data/data.ts';
import { allowedActions } from '#shared/engine/lifecycle.ts';
import { visibleFields } from '#shared/engine/permit.ts';
import { useKnownActor } from '../known-actor.ts';
import type { DerivedValues } from '#shared/engine/derive.ts';
import { isPrimary, type Transition } from '#shared/definition/lifecycle.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

/** A record as its page shows it to the actor. */
export interface ShownRecord {
  readonly type: RecordType;
  /** Without the fields that the actor may not see. */
  readonly record: RecordView;
  readonly derived: DerivedValues;
  readonly actor: Actor;
  /** What the actor may do now: the usual step first, then in the order of the table. */
  readonly actions: readonly Transition[];
  readonly canEdit: boolean;
  readonly canNote: boolean;
}

export type RecordPageState =
  | { readonly status: 'loading' }
  /** There is none, or the actor may not see it: which of the two is not for everybody to know. */
  | { readonly status: 'missing' }
  | { readonly status: 'shown'; readonly shown: ShownRecord };

/** Everything the record page shows, or why there is nothing to show. */
export function useRecordPage(id: string): RecordPageState {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const { record, derived, isMissing } = useRecord(id);
  return useMemo<RecordPageState>(() => {
    if (isMissing) return { status: 'missing' };
    if (!record) return { status: 'loading' };
    const type = catalogue.type(record.type);
    if (!type) return { status: 'missing' };
    return { status: 'shown', shown: showRecord(type, record, derived, actor) };
  }, [catalogue, actor, record, derived, isMissing]);
}

export function showRecord(
  type: RecordType,
  record: RecordView,
  derived: DerivedValues,
  actor: Actor,
): ShownRecord {
  const allowed = allowedActions(type, record, actor);
  const isFinal = type.lifecycle.states[record.state]?.final === true;
  return {
    type,
    record: visibleFields(type, actor, record),
    derived,
    actor,
    actions: usualFirst(allowed, record.state),
    canEdit: !isFinal && type.edit.allows(actor, record),
    canNote: type.note.allows(actor, record),
  };
}

/** The usual next step first; what is shown at times only comes before what always is. */
function usualFirst(allowed: readonly Transition[], state: string): readonly Transition[] {
  const rank = (transition: Transition): number => {
    if (!isPrimary(transition, state)) return 2;
    return transition.shown ? 0 : 1;
  };
  return [...allowed].sort((a, b) => rank(a) - rank(b));
}

/** Title of a record; its number where it has none. */
export function titleOf(type: RecordType, record: RecordView): string {
  const title = record.fields[type.views.title];
  return typeof title === 'string' && title !== '' ? title : record.number;
}
