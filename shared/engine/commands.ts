import type { EntryRef } from '../kernel/ids.ts';
import type { Audience } from '../definition/lifecycle.ts';
import type { FieldValues } from '../definition/values.ts';

/** What people and rules ask for. The only way to write; `execute` answers it. */
export type Command =
  | {
      readonly kind: 'create';
      readonly type: string;
      /** Record id; made by `execute` if absent. */
      readonly id?: string;
      readonly fields: FieldValues;
    }
  | { readonly kind: 'edit'; readonly record: string; readonly fields: FieldValues }
  | { readonly kind: 'act'; readonly record: string; readonly action: string; readonly inputs: FieldValues }
  | {
      readonly kind: 'note';
      readonly record: string;
      readonly text: string;
      readonly audience: Audience;
      readonly minutes?: number;
    }
  /** Names a file whose content is on this device already. */
  | {
      readonly kind: 'attach';
      readonly record: string;
      readonly name: string;
      /** Bytes. */
      readonly size: number;
      /** Media type; '' where it is not known. */
      readonly type: string;
      /** SHA-256 of the content, hexadecimal. */
      readonly hash: string;
      readonly audience: Audience;
    }
  /** Asks that the contents of entries be removed everywhere; another administrator confirms. */
  | {
      readonly kind: 'redact';
      readonly record: string;
      readonly entries: readonly EntryRef[];
      readonly reason: string;
    }
  /** Answers such an order. */
  | {
      readonly kind: 'answerRedaction';
      readonly record: string;
      readonly order: EntryRef;
      readonly answer: 'confirm' | 'decline';
    }
  /** Takes back own entries: what one command wrote, on all records it touched. */
  | { readonly kind: 'undo'; readonly entries: readonly WrittenEntry[] };

/** An entry and the record it is about. */
export interface WrittenEntry {
  readonly record: string;
  readonly ref: EntryRef;
}
