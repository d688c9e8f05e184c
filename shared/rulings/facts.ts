import type { Entry } from '../changelog/entry.ts';
import { refOf } from '../changelog/fold.ts';
import type { Heard, JudgeSource } from './heard.ts';
import { asWritten } from './redacted.ts';

/** Kinds that change nothing of a record. */
const besideTheRecord: readonly string[] = ['rule', 'vouch'];

/** The entries of records that say who may do what, kept at hand until they change. */
export class Facts {
  readonly source: JudgeSource;
  readonly #records = new Map<string, Promise<readonly Heard[]>>();
  readonly #standing = new Map<string, Promise<readonly Heard[]>>();
  readonly #naming = new Map<string, Map<string, Promise<readonly (readonly Heard[])[]>>>();
  readonly #types = new Map<string, Promise<readonly string[]>>();
  readonly #named = new WeakMap<readonly Heard[], ReadonlySet<string>>();

  constructor(source: JudgeSource) {
    this.source = source;
  }

  /** To be told of every entry of such a record that came or whose finding changed. */
  forget({ record, type }: Pick<Entry, 'record' | 'type'>): void {
    this.#records.delete(record);
    this.#standing.delete(record);
    this.#types.delete(type);
    this.#naming.delete(type);
  }

  ofType(type: string): Promise<readonly string[]> {
    return kept(this.#types, type, () => this.source.records(type));
  }

  /** All entries of the record. */
  entries(record: string): Promise<readonly Heard[]> {
    return kept(this.#records, record, () => this.source.entries(record));
  }

  /** The entries of the record that stand and change it. */
  standing(record: string): Promise<readonly Heard[]> {
    return kept(this.#standing, record, async () => {
      const entries = await this.entries(record);
      return asWritten(entries, this.source.finding).filter((heard) => this.isStanding(heard));
    });
  }

  isStanding({ entry }: Heard): boolean {
    return this.source.finding(refOf(entry)) === 'stands' && !besideTheRecord.includes(entry.body.kind);
  }

  /** The standing entries of each record of the type that ever named somebody. */
  naming(type: string, person: string): Promise<readonly (readonly Heard[])[]> {
    const known = this.#naming.get(type) ?? new Map<string, Promise<readonly (readonly Heard[])[]>>();
    this.#naming.set(type, known);
    return kept(known, person, async () => {
      const records = await this.ofType(type);
      const all = await Promise.all(records.map((record) => this.standing(record)));
      return all.filter((entries) => this.#namedIn(entries).has(person));
    });
  }

  #namedIn(entries: readonly Heard[]): ReadonlySet<string> {
    let named = this.#named.get(entries);
    if (!named) {
      named = new Set(entries.flatMap(({ entry }) => textsOf(entry)));
      this.#named.set(entries, named);
    }
    return named;
  }
}

/** The texts that an entry gives to fields, those that are left of a redacted one. */
export function textsOf({ body: found }: Pick<Entry, 'body'>): readonly string[] {
  const body = found.kind === 'redacted' ? found.kept : found;
  if (body.kind === 'create') return Object.values(body.fields).filter((value) => typeof value === 'string');
  if (body.kind !== 'set' && body.kind !== 'act') return [];
  return Object.values(body.fields).flatMap((change) =>
    'value' in change && typeof change.value === 'string' ? [change.value] : [],
  );
}

/** The text that an entry gives to a field. */
export function textIn({ body }: Entry, field: string): string | undefined {
  const given = body.kind === 'create' ? body.fields[field] : undefined;
  const change = body.kind === 'set' ? body.fields[field] : undefined;
  const value = change && 'value' in change ? change.value : given;
  return typeof value === 'string' ? value : undefined;
}

function kept<Value>(values: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) {
  let value = values.get(key);
  if (!value) {
    value = make();
    values.set(key, value);
  }
  return value;
}
