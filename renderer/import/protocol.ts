import type { Actor } from '#shared/definition/permission.ts';
import type { FoundRecord } from '#shared/import/resolve.ts';
import type { SourceRow } from '#shared/import/source-row.ts';
import type { ValueCount } from '#shared/import/survey.ts';
import type { ImportTally } from '#shared/import/tally.ts';
import type { Encoding, FileForm, ImportTemplate } from '#shared/import/template.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import type { FileKind } from './read/file-kind.ts';

/** What the wizard learns of a file before anything is mapped. */
export interface Inspection {
  readonly file: string;
  readonly kind: FileKind;
  readonly headings: readonly string[];
  readonly samples: readonly SourceRow[];
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly sheets?: readonly string[];
  readonly sheet?: string;
}

/** What a look over all rows finds, for the page. */
export interface SurveyReport {
  readonly rows: number;
  readonly keys: number;
  readonly values: Readonly<Record<string, readonly ValueCount[]>>;
  /** Different names by heading, and how many of them no record here bears. */
  readonly names: Readonly<Record<string, { readonly named: number; readonly missing: number }>>;
}

export interface ImportChecked {
  readonly tally: ImportTally;
  /** Every problem and notice, as CSV. */
  readonly report: Blob;
}

export interface ImportDone extends ImportChecked {
  /** Arrival number of the newest entry, for `data.announce`. */
  readonly n: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What the page asks of the worker. Each call is answered once. */
export type ImportRequest =
  | {
      readonly kind: 'open';
      readonly file: File;
      readonly database: string;
      readonly ring: KeyRing;
      readonly actor: Actor;
    }
  | { readonly kind: 'inspect'; readonly form: FileForm }
  | { readonly kind: 'survey'; readonly template: ImportTemplate }
  | { readonly kind: 'dryRun'; readonly template: ImportTemplate }
  | { readonly kind: 'commit'; readonly template: ImportTemplate };

export interface ImportAnswers {
  readonly open: undefined;
  readonly inspect: Inspection;
  readonly survey: SurveyReport;
  readonly dryRun: ImportChecked;
  readonly commit: ImportDone;
}

export type ToWorker =
  | { readonly call: number; readonly request: ImportRequest }
  | { readonly cancel: number }
  | { readonly found: number; readonly records: readonly FoundRecord[] };

export type FromWorker =
  | { readonly call: number; readonly answer: ImportAnswers[keyof ImportAnswers] }
  | { readonly call: number; readonly problems: readonly Problem[] }
  | { readonly call: number; readonly progress: Progress }
  /** The worker asks the page, whose index knows the records. */
  | {
      readonly find: number;
      readonly type: string;
      readonly column: string;
      readonly values: readonly string[];
      readonly under?: string;
    };
