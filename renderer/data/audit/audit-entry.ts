import type { Entry } from '#shared/changelog/entry.ts';
import type { TimelineItem } from '../timeline.ts';

/** Kinds of entry that people tell apart; `other` is what a newer version wrote. */
export const auditKinds = [
  'create',
  'set',
  'act',
  'note',
  'attach',
  'retract',
  'rule',
  'vouch',
  'redact',
  'confirm',
  'decline',
  'other',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Which entries are meant; what is absent does not matter. */
export interface AuditFilter {
  /** Record id of a person. */
  readonly person?: string | undefined;
  /** Name of a record type. */
  readonly type?: string | undefined;
  readonly kind?: AuditKind | undefined;
  readonly replica?: string | undefined;
  /** By the authors' clocks, epoch ms; `until` is not part of it. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** All of its words stand in the number or title of the record, or in what was written. */
  readonly text?: string | undefined;
}

/** One entry of the log as the audit page shows it to a reader. */
export interface AuditEntry {
  /** Arrival number on this device. */
  readonly n: number;
  readonly replica: string;
  readonly seq: number;
  /** Epoch ms by the author's clock: a claim. */
  readonly claimedAt: number;
  /** Epoch ms by this device's clock, where it came from elsewhere and that was kept. */
  readonly receivedAt?: number;
  /** Written on this device. */
  readonly isOwn: boolean;
  /** Record id of the person who wrote it. */
  readonly person: string;
  readonly type: string;
  readonly record: string;
  /** What was done; absent where the reader may not see the record. */
  readonly seen?: {
    readonly number: string;
    readonly title: string;
    /** Its own; '' where it has none. */
    readonly marking: string;
    readonly item: TimelineItem;
  };
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** Arrival number to go on before; absent at the beginning of the log. */
  readonly next?: number;
}

/** An entry with what it was made from, for exports. */
export interface AuditSource {
  readonly shown: AuditEntry;
  readonly entry: Entry;
  /** The reader may see all that stands in it. */
  readonly isOpen: boolean;
}

export function auditKindOf({ body }: Entry): AuditKind {
  const said = body.kind === 'redacted' ? body.kept.kind : body.kind;
  return auditKinds.find((kind) => kind === said) ?? 'other';
}
