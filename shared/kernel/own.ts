/**
 * The record's own member under a key from outside (a tag, a field name). Plain indexing would find what every object
 * inherits: `constructor`, `toString`.
 */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
