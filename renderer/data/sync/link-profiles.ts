import { largestAttachment } from '#shared/engine/attach.ts';
import type { MessageBudget } from './exchange.ts';
import type { LinkProfile } from './protocol.ts';

/** How a link is used. Times in milliseconds. */
export interface Link {
  readonly budget: MessageBudget;
  /** An answer that takes longer is given up. */
  readonly patience: number;
  /** Between exchanges when nothing happens; undefined: only when somebody asks. */
  readonly every: number | undefined;
  /** After something was written here, so that a burst goes out together. */
  readonly afterNews: number | undefined;
  /** One stream is kept open, on which the hub tells that it has more. */
  readonly isLive: boolean;
  /** Files up to so many bytes are sent and fetched without being asked for. */
  readonly largestFile: number;
}

const minute = 60_000;

export const links: Readonly<Record<LinkProfile, Link>> = {
  lan: {
    budget: { send: 1_000_000, want: 1_000_000 },
    patience: minute,
    every: minute,
    afterNews: 300,
    isLive: true,
    largestFile: largestAttachment,
  },
  satellite: {
    budget: { send: 64_000, want: 64_000 },
    patience: 2 * minute,
    every: 5 * minute,
    afterNews: 5_000,
    isLive: true,
    largestFile: 2_000_000,
  },
  // 4 kB take about 3.5 s at 9.6 kbit/s: short enough to get through between two cuts.
  thin: {
    budget: { send: 4_000, want: 4_000 },
    patience: 2 * minute,
    every: 15 * minute,
    afterNews: minute,
    isLive: false,
    largestFile: 64_000,
  },
  manual: {
    budget: { send: 64_000, want: 64_000 },
    patience: 5 * minute,
    every: undefined,
    afterNews: undefined,
    isLive: false,
    largestFile: 2_000_000,
  },
};

const firstPause = 2_000;
const longestPause = 10 * minute;

/** How long to wait after so many tries that failed one after the other: doubled each time, and spread, so that laptops do not call in step. */
export function pauseAfter(failures: number, random: () => number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 20));
  return pause * (0.5 + random() / 2);
}

const smallest = 1_000;

/** A hub or a proxy found the message too large: half of it, until it is as small as makes sense. */
export function smaller({ send, want }: MessageBudget): MessageBudget {
  return { send: Math.max(smallest, send / 2), want: Math.max(smallest, want / 2) };
}
