import type { Config } from './config.ts';
import type { Field } from './field.ts';
import type { ActContext, Effect, Lifecycle, Touch } from './lifecycle.ts';
import type { Actor, Rule } from './permission.ts';
import type { Condition, SavedFilter, Sort } from './query.ts';
import type { RecordView } from './record.ts';
import type { TimedRule } from './timed-rule.ts';
import type { FieldValues } from './values.ts';
import type { Problem } from '../kernel/errors.ts';

/** A value computed from facts; never stored as a fact. Kind `clock` columns hold the due instant and show the time left. */
export interface Derived {
  readonly label: string;
  readonly kind: 'integer' | 'number' | 'instant' | 'choice' | 'milliseconds' | 'boolean';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly help?: string;
  readonly compute: (record: RecordView, config: Config) => string | number | boolean | null;
}

/** A service level clock of the type. All functions are pure and see facts only. */
export interface ClockDeclaration {
  readonly name: string;
  readonly label: string;
  /** Name of the measure in agreements whose target applies: 'response', 'resolution'. */
  readonly measure: string;
  /** States in which it does not run because somebody else is awaited. */
  readonly pausesIn: (state: string, record: RecordView, inputs: FieldValues) => boolean;
  /** States in which the goal is reached; leaving them again resumes the clock. */
  readonly stopsIn: (state: string) => boolean;
  /** States that end it without a verdict (cancelled). */
  readonly voidIn?: (state: string) => boolean;
  /** The clock is answered for good once such a state was entered (response), not resumed by leaving it. */
  readonly once?: boolean;
}

export interface Views {
  /** Columns of the list in order, at most eight: number and state come first by convention. */
  readonly list: readonly string[];
  readonly sort: readonly Sort[];
  readonly filters: readonly SavedFilter[];
  /** The column whose values make the board's lanes; `state` as a rule, where dragging fires the action between the two states. */
  readonly board?: string;
  /** Fields of the quick-create form, in order. */
  readonly quick: readonly string[];
  /** Title field of the record: shown in lists, links and pickers. */
  readonly title: string;
  /** Columns that tell records of the same title apart in pickers. */
  readonly subtitle?: readonly string[];
}

/** Offers what is there already while the person types into `watch`. */
export interface Suggestion {
  readonly label: string;
  readonly watch: readonly string[];
  readonly type: string;
  readonly where: readonly Condition[];
  /** Reference or references field of this record that a pick fills (parent, knowledge articles); absent: it only opens. */
  readonly fills?: string;
}

export interface Section {
  readonly name: string;
  readonly label: string;
  readonly shown?: (record: RecordView) => boolean;
}

/** Brings the create body of an older version of the declaration to the present one. Frozen once released. */
export interface RecordMigration {
  readonly version: number;
  readonly describe: string;
  readonly up: (fields: FieldValues) => FieldValues;
}

/** What is wrong across fields. */
export interface CrossFault {
  /** Where it is told, and whose change is refused for it even where it was wrong before. */
  readonly field: string;
  /** Other fields that do not change either while it is so. */
  readonly also?: readonly string[];
  /** As it follows the field's value: “it ends before it begins”. */
  readonly says: string;
}

export interface RecordType {
  /** kebab-case, stands in the log for ever. */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  /** Of its numbers: INC. Unique over all types. */
  readonly prefix: string;
  readonly help: string;
  /** Code of the process it belongs to. */
  readonly process: string;
  /** Few records, always in memory, seen by derived values. */
  readonly config?: boolean;
  readonly fields: Readonly<Record<string, Field>>;
  readonly sections: readonly Section[];
  readonly lifecycle: Lifecycle;
  readonly derived: Readonly<Record<string, Derived>>;
  readonly clocks: readonly ClockDeclaration[];
  readonly rules?: readonly TimedRule[];
  readonly views: Views;
  readonly suggestions?: readonly Suggestion[];
  /**
   * Its records come from a page of their own, so no list or form offers a blank one. `label` says what is done there; `href` is its address,
   * absent where the page belongs to another record.
   */
  readonly madeOn?: { readonly label: string; readonly href?: string };
  readonly create: Rule;
  readonly edit: Rule;
  readonly see: Rule;
  /** Conditions that a record must meet for the actor to see it in a list, count, figure, search or export; agrees with `see` (engine: `sight`). */
  readonly visible?: (actor: Actor) => readonly Condition[];
  /**
   * What anybody may count of records that are hidden from them: by which columns, and of which columns whether they are
   * filled. Never values that the hiding is for.
   */
  readonly tally?: { readonly by: readonly string[]; readonly filled: readonly string[] };
  readonly note: Rule;
  /**
   * The id of a record with these values, where it follows from them: made on two devices that do not know of each other it is one
   * record. Undefined where values that it takes are missing.
   */
  readonly identity?: (fields: FieldValues) => string | undefined;
  /** What follows from making a record, in the same transaction (tasks from a catalogue item's model …), and what forbids it. */
  readonly onCreate?: {
    readonly touches?: Readonly<Record<string, Touch>>;
    /** Says why not, or nothing. */
    readonly guard?: (context: ActContext) => Problem | undefined;
    readonly effects?: (context: ActContext) => readonly Effect[];
  };
  /** Checks across fields; says the problem at a field. */
  readonly check?: (record: RecordView, config: Config) => readonly CrossFault[];
  readonly migrations: readonly RecordMigration[];
}
