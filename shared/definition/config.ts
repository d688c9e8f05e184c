import type { RecordView } from './record.ts';

/**
 * The configuration records of the workspace (record types declared with `config: true`: calendars, agreements, priority
 * matrix, the unit itself …): few, always in memory, kept up to date. `version` grows with every change, so compiled forms can be cached.
 */
export interface Config {
  readonly version: number;
  /** All configuration records of a type, retired ones too. */
  readonly all: (type: string) => readonly RecordView[];
  readonly get: (id: string) => RecordView | undefined;
}

/** A configuration with nothing in it: defaults apply. */
export const emptyConfig: Config = { version: 0, all: () => [], get: () => undefined };
