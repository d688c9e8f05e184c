import type { EntryRef } from '../kernel/ids.ts';
import type { Audience } from './audience.ts';
import type { FieldValue, FieldValues } from './values.ts';

/** One step of a record's life: an act that the lifecycle table allows, on the branch that counts. */
export interface LifeStep {
  readonly ref: EntryRef;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  /** Epoch ms at which it happened: the original time of an imported or late-logged act, else the writer's clock. */
  readonly at: number;
  readonly actor: string;
  /** Field values that the act set (for example the pending reason). */
  readonly inputs: FieldValues;
  /** The importer inserted the step so that the path is one the lifecycle allows; the source does not state it. */
  readonly inferred?: boolean;
}

/** One of the values that people wrote at the same time, none having seen the other. */
export interface Head {
  readonly ref: EntryRef;
  readonly value: FieldValue;
  readonly at: number;
  readonly actor: string;
}

/** A field with several heads of different value, until a person chooses. The first head is the one shown. */
export interface FieldConflict {
  readonly field: string;
  readonly heads: readonly Head[];
}

/** An act that does not count: another branch won, or the lifecycle does not allow it there. */
export interface OvertakenAct {
  readonly ref: EntryRef;
  readonly action: string;
  readonly to: string;
  readonly at: number;
  readonly actor: string;
  readonly why: 'overtaken' | 'illegal';
}

/** A file of a record. The content is found by its hash, on this device or at a hub. */
export interface Attachment {
  readonly ref: EntryRef;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Media type as the author's device said it; '' where it could not tell. */
  readonly type: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly audience: Audience;
  readonly at: number;
  readonly actor: string;
}

/** A record as the fold of its entries shows it. Plain data; derived values are not in it. */
export interface RecordView {
  readonly id: string;
  readonly type: string;
  /** Number for people, for example INC-7K-00042. */
  readonly number: string;
  readonly state: string;
  readonly fields: FieldValues;
  readonly life: readonly LifeStep[];
  readonly conflicts: readonly FieldConflict[];
  readonly overtaken: readonly OvertakenAct[];
  readonly createdAt: number;
  readonly createdBy: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
  readonly noteCount: number;
  /** Sum of the minutes that notes claim as work. */
  readonly minutesSpent: number;
  /** Epoch ms of the last note that went to stakeholders, if any. */
  readonly lastStakeholderUpdateAt?: number;
  /** Files, the oldest first; absent where there are none. */
  readonly attachments?: readonly Attachment[];
}

/** Reads a text field; '' where it is empty or of another kind. */
export function textOf(record: RecordView, field: string): string {
  const value = record.fields[field];
  return typeof value === 'string' ? value : '';
}

/** Reads a list field; [] where it is empty or of another kind. */
export function listOf(record: RecordView, field: string): readonly string[] {
  const value = record.fields[field];
  return Array.isArray(value) ? value.filter((member): member is string => typeof member === 'string') : [];
}

/** Changed later than the other; the id decides between equals, so every device chooses the same. */
export function isNewer(record: RecordView, other: RecordView): boolean {
  return record.updatedAt === other.updatedAt ? record.id > other.id : record.updatedAt > other.updatedAt;
}
