/** What the page asks the import worker for: incidents from a place on, an edit of each of them, or the records that they point at. */
export interface ImportOrder {
  readonly database: string;
  readonly actor: string;
  readonly what:
    | { readonly kind: 'references' }
    | { readonly kind: 'histories' | 'edits'; readonly from: number; readonly count: number };
}

export interface ImportReport {
  /** Milliseconds of writing, without making the histories. */
  readonly time: number;
  readonly entries: number;
  /** Arrival number of the last entry. */
  readonly n: number;
}

export interface ImportFault {
  readonly fault: string;
}
