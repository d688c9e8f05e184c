import type { BrowserContext } from '@playwright/test';
import type { Site } from '../site.ts';

/** How much of everything. */
export interface Sizes {
  readonly rounds: number;
  /** Records of a new laptop. */
  readonly records: number;
  /** Entries of a catch-up. */
  readonly entries: number;
  /** Entries that a hub and a laptop hold while one more goes through. */
  readonly hubSizes: readonly number[];
  readonly laptopSizes: readonly number[];
  /** Entries of one run of intake. */
  readonly intake: number;
}

/** What the parts measure with. */
export interface Setting {
  readonly sizes: Sizes;
  /** For whatever is written meanwhile. */
  readonly folder: string;
  /** The hub as one file. */
  readonly bundle: string;
  readonly site: () => Promise<Site>;
  readonly browser: () => Promise<BrowserContext>;
}
