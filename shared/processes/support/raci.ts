import type { Activity, Raci } from '../../definition/process.ts';

/** Code, name and help of an activity, before its answerable parties are added. */
export type ActivityText = readonly [code: string, name: string, help: string];

/** Gives each activity the process's row of the AESMF chart (enclosure 2, figure 2). */
export function withRaci(raci: Raci, texts: readonly ActivityText[]): readonly Activity[] {
  return texts.map(([code, name, help]) => ({ code, name, help, raci }));
}
