import MiniSearch from 'minisearch';
import { incidentAt, openIncidents, type Incident } from '../../records.ts';
import { OutpostSubject } from '../subjects/outpost.ts';

const megabyte = 1_000_000;
const turns = 300;

/** Chromium's own measurement of the page with its workers, after a collection. */
interface Measurable {
  measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
}

async function measured(): Promise<number> {
  const { bytes } = await (performance as unknown as Measurable).measureUserAgentSpecificMemory();
  return bytes / megabyte;
}

export interface MemoryReport {
  readonly empty: number;
  /** Lists and search answered. */
  readonly open: number;
  /** After a share of the desk's work. */
  readonly worked: number;
}

/** Megabytes of the page and its workers with all records, before and after scripted work. */
export async function measureMemory(records: number): Promise<MemoryReport> {
  const empty = await measured();
  const outpost = new OutpostSubject();
  await outpost.open();
  await outpost.list('openByPriority', 0);
  await outpost.search('satellite');
  const open = await measured();
  for (const [turn, incident] of openIncidents(turns, records).entries()) {
    await outpost.put(incident, `Worked on in turn ${turn}`);
    await outpost.list(turn % 2 === 0 ? 'openByPriority' : 'newest', 0);
    await outpost.search(incident.symptom);
    await outpost.data.timeline(incident.id);
  }
  const worked = await measured();
  await outpost.close();
  return { empty, open, worked };
}

/** Megabytes that MiniSearch takes for the same records. */
export async function measureMiniSearch(records: number): Promise<number> {
  const empty = await measured();
  const mini = new MiniSearch<Incident>({
    fields: ['number', 'title', 'description', 'symptom', 'externalReference', 'resolution', 'tags'],
  });
  for (let index = 0; index < records; index += 1) mini.add(incidentAt(index));
  const full = await measured();
  return mini.documentCount === records ? full - empty : NaN;
}
