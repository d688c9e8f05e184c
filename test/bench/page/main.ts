import type { Line } from '../lines.ts';
import { measureAssessment } from './measures/assessment.ts';
import { measureEdit } from './measures/edit.ts';
import { measureFigures } from './measures/figures.ts';
import { measureImport } from './measures/import.ts';
import { measureLists } from './measures/lists.ts';
import { measureMemory, measureMiniSearch, type MemoryReport } from './measures/memory.ts';
import { measureSealing } from './measures/sealing.ts';
import { measureSearch } from './measures/search.ts';
import { measureTimeline } from './measures/timeline.ts';
import { untilIndexIsSaved } from './saved.ts';
import { openSubjects } from './subjects/all.ts';

/** What the driver calls in the page. */
const bench = {
  import: measureImport,
  edit: measureEdit,
  lists: measureLists,
  figures: measureFigures,
  timeline: measureTimeline,
  search: measureSearch,
  sealing: measureSealing,
  assessment: measureAssessment,
  memory: measureMemory,
  miniSearch: measureMiniSearch,
  /** Returns once the index is saved, so that the next start finds it. */
  saved: untilIndexIsSaved,
  /** Incidents that Outpost and raw IndexedDB hold. */
  held: async (): Promise<number> => {
    const subjects = await openSubjects(['outpost', 'raw']);
    const counts = await Promise.all([subjects.outpost.count(), subjects.raw.count()]);
    await subjects.close();
    return Math.min(...counts);
  },
} satisfies Record<string, (records: number) => Promise<readonly Line[] | MemoryReport | number>>;

export type Bench = typeof bench;

declare global {
  var bench: Bench;
}
globalThis.bench = bench;
