import type { Audience } from './audience.ts';
import type { ActContext, Touch } from './lifecycle.ts';
import type { Condition } from './query.ts';
import type { FieldValues } from './values.ts';

/** What a rule may look at. It has no actor: it does the same on whichever device it runs. */
export type RuleContext = Omit<ActContext, 'actor'>;

/** Why a rule does something, and since when it should have. */
export interface Occasion {
  /** Epoch ms, computed from facts: the same on every device that knows the same. */
  readonly at: number;
  /** In words, for the timeline: “Resolved on 3 May, and nobody objected for 7 days.” */
  readonly because: string;
  /** What the occasion is of, where several records share one; the record itself if absent. */
  readonly of?: string;
}

/** What a rule does. A note says why; values of an act and of a new record come from the context. */
export type Deed =
  | {
      readonly kind: 'act';
      readonly action: string;
      readonly inputs?: (context: RuleContext) => FieldValues;
    }
  | { readonly kind: 'note'; readonly audience: Audience }
  | {
      readonly kind: 'create';
      readonly type: string;
      readonly fields: (context: RuleContext) => FieldValues;
    };

/**
 * What a unit's devices do by themselves: once for each occasion, however many of them hold the record, and without a network. Declared by the
 * record type whose records it looks at.
 */
export interface TimedRule {
  /** kebab-case, unique over all types; stands in the log for ever. */
  readonly name: string;
  /** What it does, as a sentence: “Close what nobody objected to”. */
  readonly label: string;
  /** Which records may be due: what the index can answer. No symbols of a person. */
  readonly where: readonly Condition[];
  readonly touches?: Readonly<Record<string, Touch>>;
  /** Undefined where there is none. One whose time has not come is waited for. */
  readonly occasion: (context: RuleContext) => Occasion | undefined;
  readonly deed: Deed;
}
