import type { Incident } from '../../records.ts';

/** Lists that are paged through: what is asked of all, and the index that raw IndexedDB has for it. */
export const listNames = ['assignee', 'team', 'openByPriority', 'newest', 'title'] as const;
export type ListName = (typeof listNames)[number];

/** A database under test. All keep the same incidents. */
export interface Subject {
  readonly name: string;
  /** Opens it, makes it where there is none. */
  open(): Promise<void>;
  /** Incidents that it holds. */
  count(): Promise<number>;
  /** Writes incidents; returns the milliseconds that the writing took, without making them. */
  bulk(from: number, count: number): Promise<number>;
  /** Saves one incident with another title. */
  put(incident: Incident, title: string): Promise<void>;
  close(): Promise<void>;
}

/** A subject that also answers lists. Returns the number of rows it got. */
export interface ListingSubject extends Subject {
  list(name: ListName, offset: number): Promise<number>;
}
