/** How the rows of a file become records. Plain data: kept by name, shipped in resources/templates, sent between threads. */
export interface ImportTemplate {
  readonly version: 1;
  readonly name: string;
  /** The system the rows come from. Part of every entry's key, so the same row counts once whatever its file is called. */
  readonly source: string;
  readonly recordType: string;
  readonly mode: ImportMode;
  readonly file: FileForm;
  /** The column that tells records apart, and the field (or `number`) that holds its value here. */
  readonly key?: { readonly column: string; readonly field: string };
  /** What becomes of a row whose key is that of an existing record. */
  readonly duplicates: 'skip' | 'update' | 'reject';
  /** Cells that mean "nothing", besides empty ones: `?`, `n/a`. */
  readonly emptyMarks: readonly string[];
  /** Form (see kernel/read-date.ts) and zone of dates, where a column says nothing else. */
  readonly dates: { readonly form: string; readonly zone: string };
  readonly decimal: '.' | ',';
  readonly columns: readonly ColumnRule[];
  /**
   * Texts for fields without a column. `{heading}` stands for the cell; a part in [brackets] is left out where a cell in it
   * is empty: `{category}[, {symptom}]`.
   */
  readonly fixed: Readonly<Record<string, string>>;
  readonly events?: EventRules;
}

/** One row is one record, or several rows are the history of one record. */
export type ImportMode = 'records' | 'eventLog';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** What the person chose; what is absent is found out from the file. */
export interface FileForm {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly sheet?: string;
}

/** One column and the field, or the system column `state`, `createdAt`, `createdBy`, that takes its values. */
export interface ColumnRule {
  readonly column: string;
  readonly field: string;
  /** Value of the source → value here: of a choice its value, of yes or no `true` and `false`. '' means "nothing". */
  readonly values?: Readonly<Record<string, string>>;
  readonly form?: string;
  readonly zone?: string;
  readonly reference?: ReferenceRule;
  /** The value became known with the last such action and is written with it (the closure code with `resolve`). */
  readonly knownWith?: string;
}

/** How a cell finds the record that it names. */
export interface ReferenceRule {
  readonly type: string;
  /** Field of that type to compare with, or `number`. */
  readonly by: string;
  /** Make the record where there is none. */
  readonly create: boolean;
  /** For trees: the column that names the record above, and the field of `type` that points there. */
  readonly under?: { readonly column: string; readonly field: string };
  /** Other fields of the records that are made. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** How rows become a history. Names are headings of the file, unless said otherwise. */
export interface EventRules {
  readonly time: string;
  readonly actor?: string;
  /** A number that rises with each change of a record. */
  readonly sequence?: string;
  /** When and by whom the record was opened; else time and actor of its first row. */
  readonly opened?: { readonly time?: string; readonly actor?: string };
  readonly state: { readonly column: string; readonly states: Readonly<Record<string, StateRule>> };
  /** Fields that an action writes rather than an edit. */
  readonly acts: readonly ActRule[];
  /** Column that holds, in every row, when the last act of this action really happened. */
  readonly finished?: { readonly action: string; readonly time: string };
  /** Derived values that the last row states too; a difference is told. */
  readonly figures: readonly { readonly derived: string; readonly column: string }[];
  /** Columns whose changes say nothing that other columns do not say. */
  readonly ignored: readonly string[];
}

export interface StateRule {
  /** States here that answer to the state of the source; from any other the record is moved to the first. */
  readonly is: readonly string[];
  /** The action that leads there, where several do. */
  readonly by?: string;
  /** Values that go with being there; '' empties. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface ActRule {
  readonly action: string;
  readonly fields: readonly string[];
  /** Column in which the source counts such acts, and the derived value that does so here. */
  readonly count?: { readonly column: string; readonly derived: string };
}

/** What a map of the template says of a text; texts such as `constructor` are in no map. */
export function ownValue<Value>(
  map: Readonly<Record<string, Value>> | undefined,
  text: string,
): Value | undefined {
  return map !== undefined && Object.hasOwn(map, text) ? map[text] : undefined;
}
