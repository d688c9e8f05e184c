import type { RulingProgressRow } from '../../storage/tables.ts';

/** Another process did the same work meanwhile, or entries were moved because of a fork: it is begun anew. */
export class Overtaken extends Error {
  constructor() {
    super('The rulings of the workspace went on elsewhere.');
  }
}

/** @param known undefined where nothing was done yet. */
export function sameProgress(known: RulingProgressRow | undefined, now: RulingProgressRow): boolean {
  return (known?.indexed ?? 0) === now.indexed && (known?.judged ?? 0) === now.judged;
}
