import type { Audience } from './audience.ts';
import type { Problem } from '../kernel/errors.ts';
import type { Rule } from './permission.ts';
import type { RecordView } from './record.ts';
import type { Config } from './config.ts';
import type { Actor } from './permission.ts';
import type { FieldValues } from './values.ts';

export type { Audience } from './audience.ts';

/** How a state is shown and counted: being worked, waiting for somebody else, finished well, ended without. */
export type StateClass = 'open' | 'waiting' | 'done' | 'refused';

export interface State {
  readonly label: string;
  readonly class: StateClass;
  /** Nothing need follow. A state that is not final must have a way out. */
  readonly final?: boolean;
  readonly help?: string;
}

/** What guards and effects may look at: the record as it will be with the act's inputs, and what the transition asked to be loaded. */
export interface ActContext {
  readonly record: RecordView;
  readonly actor: Actor;
  readonly now: number;
  readonly config: Config;
  /** Records that point at this one through the named fields of `touches`, or that this one points at. */
  readonly related: (touch: string) => readonly RecordView[];
}

/** Something that follows from an act, in the same transaction and under the same actor. */
export type Effect =
  | { readonly kind: 'act'; readonly record: string; readonly action: string; readonly inputs: FieldValues }
  | { readonly kind: 'set'; readonly record: string; readonly fields: FieldValues }
  | { readonly kind: 'note'; readonly record: string; readonly text: string; readonly audience: Audience }
  | {
      readonly kind: 'create';
      readonly type: string;
      readonly fields: FieldValues;
      /** Field of the acting record that gets the new record's id. */
      readonly linkFrom?: string;
      /** Copy the acting record's notes and files into the new record's timeline, with their times and authors. */
      readonly carryNotes?: boolean;
    };

/**
 * What to load before the act is judged: records of `type` whose reference field `by` names this record (or, with `through`,
 * names the record that this record's own field `through` names: its siblings), or the records that this record's own
 * field `field` names.
 */
export type Touch =
  { readonly type: string; readonly by: string; readonly through?: string } | { readonly field: string };

export interface Transition {
  readonly action: string;
  /** A verb, as the button says it: "Resolve incident". */
  readonly label: string;
  readonly from: readonly string[];
  /** The state it leads to; 'same' keeps the state. */
  readonly to: string;
  readonly permit: Rule;
  /**
   * Separation of duties: fields that name a person, `createdBy`, or `action:submit` for whoever did that action last, and
   * why whoever stands there may not do it, as it follows “because you”. It holds for everybody, whatever their roles.
   */
  readonly notBy?: Readonly<Record<string, string>>;
  /** Fields the person must fill (they may be filled already). */
  readonly needs?: readonly string[];
  /** Fields the person may fill. */
  readonly offers?: readonly string[];
  /** The usual next step, in all its states or in those named; shown as the primary button. */
  readonly primary?: true | readonly string[];
  /** Asks before it is done, with this sentence. */
  readonly confirm?: string;
  /** The process activity that it performs (IM5). */
  readonly activity?: string;
  /** When the button is offered at all; the guard gives reasons, this only keeps the page calm. */
  readonly shown?: (record: RecordView) => boolean;
  readonly touches?: Readonly<Record<string, Touch>>;
  /** Says why not, or nothing. */
  readonly guard?: (context: ActContext) => Problem | undefined;
  readonly effects?: (context: ActContext) => readonly Effect[];
}

/** The action whose last doer a key of `notBy` means; undefined where it names a field. */
export function doneAction(who: string): string | undefined {
  return who.startsWith('action:') ? who.slice('action:'.length) : undefined;
}

/** Is the transition the usual next step from a state? */
export function isPrimary({ primary }: Transition, state: string): boolean {
  return primary === true || (primary?.includes(state) ?? false);
}

export interface Lifecycle {
  readonly initial: string;
  readonly states: Readonly<Record<string, State>>;
  readonly transitions: readonly Transition[];
}
