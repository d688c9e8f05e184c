/** What a field of a record may hold. Instants are epoch milliseconds (UTC), dates `YYYY-MM-DD`, durations text such as `PT4H`. */
export type FieldValue = string | number | boolean | null | readonly string[] | readonly TableRow[];

/** One row of a `table` field, for example one service window of a calendar. */
export type TableRow = { readonly [column: string]: string | number | boolean | null };

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** True where a field holds nothing: null, blank text, an empty list. 0 and false are values. */
export function isEmpty(value: FieldValue | undefined): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
