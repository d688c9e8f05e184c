import { parseNumber } from '#shared/kernel/ids.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { soundEntry } from '#shared/changelog/sound-entry.ts';
import type { MetaRow } from './database.ts';

export const counterPrefix = 'counter:';

export interface CounterRow {
  readonly key: string;
  readonly value: number;
}

/** Numbers given within one command; kept only when it commits. */
export interface Given {
  readonly next: (prefix: string) => number;
  readonly changed: () => readonly CounterRow[];
}

/** The last number given of each prefix on this device, as one transaction read them. */
export class Counters {
  readonly #last: Map<string, number>;

  constructor(rows: readonly MetaRow[]) {
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

  keep(changed: readonly CounterRow[]): void {
    for (const { key, value } of changed) this.#last.set(key, value);
  }

  /** Counters that lie behind numbers which entries give under this device's own code: entries that came back. */
  behind(entries: readonly Entry[], shortCode: string): readonly CounterRow[] {
    const highest = new Map<string, number>();
    for (const entry of entries) {
      const { body } = soundEntry(entry);
      const number = body.kind === 'create' ? parseNumber(body.number) : undefined;
      if (number?.shortCode !== shortCode.toUpperCase()) continue;
      const key = counterPrefix + number.prefix;
      if (number.counter > (highest.get(key) ?? this.#last.get(key) ?? 0)) highest.set(key, number.counter);
    }
    return [...highest].map(([key, value]) => ({ key, value }));
  }
}
