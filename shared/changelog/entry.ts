import type { Stamp } from '../kernel/clock.ts';
import type { Audience } from '../definition/lifecycle.ts';
import type { EntryRef } from '../kernel/ids.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';

/** One entry of the change log. Written once, never changed; everything else is a fold of entries. */
export interface Entry {
  /** Id of the database that wrote it, 11 characters base64url (64 random bits). */
  readonly replica: string;
  /** 1, 2, 3 … without gaps in its replica. */
  readonly seq: number;
  /** Hash of the replica's entry before this one (base64url SHA-256), '' for the first. */
  readonly prev: string;
  readonly stamp: Stamp;
  /** Person record id of who wrote it. */
  readonly actor: string;
  /** Record type and record id it is about. */
  readonly type: string;
  readonly record: string;
  readonly body: EntryBody;
  /** Entries with one key count once, however many replicas made them (imports, timed rules). */
  readonly key?: string;
  /** Where the fact comes from when the writer only passes it on: an import, a conversion, a late log. */
  readonly origin?: Origin;
  /** On the first entry of a log that forked off another one: where it stood there. */
  readonly fork?: ForkPoint;
}

/** Place of an entry in the log that it was written in. */
export interface ForkPoint {
  readonly replica: string;
  readonly seq: number;
  readonly prev: string;
}

export interface Origin {
  /** Epoch ms at which it really happened. */
  readonly at?: number;
  /** Who really did it, as the source names them. */
  readonly by?: string;
  /** Name of the source: a file and line, a record converted from. */
  readonly source?: string;
  /** Put in by the importer so that the path is one the lifecycle allows. */
  readonly inferred?: boolean;
}

/** What this version writes. An entry from a newer version may hold another kind: it is kept, hashed, passed on and folded after the upgrade. */
export type EntryBody =
  | CreateBody
  | SetBody
  | ActBody
  | NoteBody
  | AttachBody
  | RetractBody
  | RuleBody
  | VouchBody
  | RedactBody
  | ConfirmBody
  | DeclineBody
  | RedactedBody;

export interface CreateBody {
  readonly kind: 'create';
  readonly number: string;
  /** Version of the declaration that wrote the values (number of its migrations). */
  readonly version: number;
  readonly fields: FieldValues;
}

/** `base` names the entries whose values the author saw; naming several heads settles a conflict. */
export interface ValueChange {
  readonly value: FieldValue;
  readonly base: readonly EntryRef[];
}

/** A change of a set field: members added, and members removed with the entries that had added them. */
export interface MemberChange {
  readonly add: readonly string[];
  readonly remove: readonly { readonly member: string; readonly seen: readonly EntryRef[] }[];
}

export type FieldChange = ValueChange | MemberChange;
export type FieldChanges = Readonly<Record<string, FieldChange>>;

export interface SetBody {
  readonly kind: 'set';
  readonly fields: FieldChanges;
}

export interface ActBody {
  readonly kind: 'act';
  readonly action: string;
  readonly to: string;
  /** The act that it follows, or the create entry. */
  readonly base: EntryRef;
  readonly fields: FieldChanges;
}

export interface NoteBody {
  readonly kind: 'note';
  readonly text: string;
  readonly audience: Audience;
  /** Work that the note claims, minutes. */
  readonly minutes?: number;
}

/** A file. Its content does not stand in the log: it is kept and exchanged beside it, under its hash. */
export interface AttachBody {
  readonly kind: 'attach';
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Media type as the author's device said it; '' where it could not tell. */
  readonly type: string;
  /** SHA-256 of the content, 64 lowercase hexadecimal digits, as hubs and `sha256sum` write it. */
  readonly hash: string;
  readonly audience: Audience;
}

/** Undo: the author takes back own entries of the same record. They stay in the log and no longer count. */
export interface RetractBody {
  readonly kind: 'retract';
  readonly entries: readonly EntryRef[];
}

/**
 * A hub rules on entries of the same record. An entry is set aside while the newest ruling of any hub about it says so; each hub takes back
 * only what it ruled itself.
 */
export interface RuleBody {
  readonly kind: 'rule';
  readonly entries: readonly EntryRef[];
  readonly verdict: 'aside' | 'stands';
  /** Of the catalogue of problems, with its plain text. */
  readonly code: string;
  readonly reason: string;
}

/** About an account: “I sign in on this replica”. Binary values base64url. */
export interface VouchBody {
  readonly kind: 'vouch';
  readonly replica: string;
  /** Ed25519 public key of a credential that the account has or had; of the unit's recovery code where that speaks. */
  readonly key: string;
  readonly signature: string;
  /** The holder of the recovery code sits here for the person. Absent: the person themself. */
  readonly by?: 'recovery';
}

/** Asks that the contents of entries of the same record be removed everywhere. Holds once another person confirms it. */
export interface RedactBody {
  readonly kind: 'redact';
  readonly entries: readonly RedactedEntry[];
  readonly reason: string;
}

export interface RedactedEntry {
  readonly entry: EntryRef;
  /** Fields whose values stay. */
  readonly keep: readonly string[];
  /** Base64url SHA-256 of what is left in its place (`stubDigest`): nothing else is believed to be it. */
  readonly stub: string;
}

/** Another person agrees to a `redact` entry. */
export interface ConfirmBody {
  readonly kind: 'confirm';
  readonly of: EntryRef;
}

/** Another person refuses a `redact` entry. */
export interface DeclineBody {
  readonly kind: 'decline';
  readonly of: EntryRef;
}

/** Stands in place of the body of an entry whose contents were removed. Nobody writes one: it is what is left of another. */
export interface RedactedBody {
  readonly kind: 'redacted';
  /** Of the entry with its contents: what the next one names as `prev`. */
  readonly hash: string;
  readonly kept: KeptBody;
}

/** What of a body says how a record came about, without what a person wrote. */
export type KeptBody =
  | CreateBody
  | (SetBody & GoneFields)
  | (ActBody & GoneFields)
  | Pick<NoteBody, 'kind' | 'audience' | 'minutes'>
  | Pick<AttachBody, 'kind' | 'audience'>;

export interface GoneFields {
  /** Field whose value is gone → the entries that the author had seen. */
  readonly gone: Readonly<Record<string, readonly EntryRef[]>>;
}

export function isMemberChange(change: FieldChange): change is MemberChange {
  return 'add' in change;
}

/** When it happened: what the source says, else what the writer's clock claimed. Epoch ms. */
export function happenedAt(entry: Entry): number {
  return entry.origin?.at ?? entry.stamp.wall;
}

/** Who did it: what the source says, else the writer. */
export function doneBy(entry: Entry): string {
  return entry.origin?.by ?? entry.actor;
}
