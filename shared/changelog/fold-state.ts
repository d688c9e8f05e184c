import type { Stamp } from '../kernel/clock.ts';
import type { EntryRef } from '../kernel/ids.ts';
import type { Attachment } from '../definition/record.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';
import type { Redaction } from './redaction/orders.ts';

/** A value that no other known set names in its `base`. */
export interface HeadState {
  readonly ref: EntryRef;
  readonly value: FieldValue;
  readonly at: number;
  readonly actor: string;
}

/** Heads of a field, the newest first. */
export type RegisterState = readonly HeadState[];

/** Member → the entries that added it and were not seen by a removal. */
export type SetState = Readonly<Record<string, readonly EntryRef[]>>;

export interface ActState {
  readonly ref: EntryRef;
  readonly base: EntryRef;
  readonly action: string;
  readonly to: string;
  readonly at: number;
  readonly actor: string;
  readonly inputs: FieldValues;
  readonly inferred?: boolean;
}

export interface CreateState {
  readonly ref: EntryRef;
  readonly number: string;
  readonly version: number;
  readonly at: number;
  readonly actor: string;
  readonly fields: FieldValues;
}

/** What an entry that does not count had in front of it: whoever named it as base named these. */
export interface WithdrawnState {
  /** The act that it followed, where it was an act. */
  readonly act?: EntryRef;
  /** Field → the heads that it named. */
  readonly fields: Readonly<Record<string, readonly EntryRef[]>>;
  /** It was a making of the record: whoever named it means the one that counts. */
  readonly isMaking?: boolean;
}

/** Why an entry does not count, and the hub that ruled so. */
export interface AsideState {
  /** Replica id. */
  readonly hub: string;
  /** Of the catalogue of problems, with its plain text. */
  readonly code: string;
  readonly reason: string;
}

/**
 * What a record's entries come to, as plain data that can be stored. Independent of the declaration, so unknown fields and
 * actions are kept. Acts stand in stamp order. A field that has no register or set here has the value that `create` gave it.
 */
export interface FoldState {
  readonly id: string;
  readonly type: string;
  readonly create?: CreateState;
  readonly registers: Readonly<Record<string, RegisterState>>;
  readonly sets: Readonly<Record<string, SetState>>;
  readonly acts: readonly ActState[];
  readonly notes: number;
  readonly minutes: number;
  readonly stakeholderNoteAt?: number;
  /** Files in stamp order. Absent where there are none, as in most records. */
  readonly attachments?: readonly Attachment[];
  /** Key → the entry that counts for it. */
  readonly keys: Readonly<Record<string, EntryRef>>;
  /** Entry that another one stands for → that other: of the same key, or the making of the record. */
  readonly alias: Readonly<Record<EntryRef, EntryRef>>;
  /** Entries that hubs set aside, also such as are not here yet. Absent where there are none. */
  readonly aside?: Readonly<Record<EntryRef, AsideState>>;
  /** Entries that were taken back or set aside. Absent where there are none, as in nearly all records. */
  readonly withdrawn?: Readonly<Record<EntryRef, WithdrawnState>>;
  /** Orders to remove contents. Absent where there are none, as in nearly all records. */
  readonly redactions?: readonly Redaction[];
  /** Newest entry by stamp. */
  readonly last: {
    readonly stamp: Stamp;
    readonly replica: string;
    readonly at: number;
    readonly actor: string;
  };
  /** Entries of kinds that this version does not know. */
  readonly unknown: number;
}
