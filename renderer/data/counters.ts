import type { MetaRow, OutpostDatabase } from './database.ts';

export const counterPrefix = 'counter:';

/** Numbers given within one command; kept only when it commits. */
export interface Given {
  readonly next: (prefix: string) => number;
  readonly changed: () => readonly { readonly key: string; readonly value: number }[];
}

/** The last number given of each prefix on this device. */
export class Counters {
  readonly #database: OutpostDatabase;
  #last = new Map<string, number>();

  constructor(database: OutpostDatabase, known: readonly MetaRow[] = []) {
    this.#database = database;
    this.#keepRows(known);
  }

  async load(): Promise<void> {
    this.#keepRows(await this.#database.meta.where('key').startsWith(counterPrefix).toArray());
  }

  #keepRows(rows: readonly MetaRow[]): void {
    this.#last = new Map(rows.map((row) => [row.key, Number(row.value)]));
  }

  begin(): Given {
    const given = new Map<string, number>();
    return {
      next: (prefix) => {
        const key = counterPrefix + prefix;
        const number = (given.get(key) ?? this.#last.get(key) ?? 0) + 1;
        given.set(key, number);
        return number;
      },
      changed: () => [...given].map(([key, value]) => ({ key, value })),
    };
  }

  keep(changed: readonly { readonly key: string; readonly value: number }[]): void {
    for (const { key, value } of changed) this.#last.set(key, value);
  }
}
