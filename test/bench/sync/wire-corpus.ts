import type { Entry } from '#shared/changelog/entry.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { MemoryWorkspace } from '#test/support/memory-workspace.ts';
import { Replica } from '#test/support/replica.ts';
import { historyOf, openIncidents } from '../records.ts';
import { reference, referenceHistories } from '../reference-data.ts';
import { shiftEdit } from '../shift-edits.ts';
import type { WireDocument } from '../page/sync/documents.ts';
import { randomFrom } from '../text-corpus.ts';

/** Records that a shift works on. */
const recordCount = 250;
const startOfShift = Date.UTC(2026, 10, 2, 6);

const desk = [0, 1, 2, 3, 4].map((index): Actor => ({
  id: reference('person', index).id,
  roles: ['administrator', 'analyst', 'majorIncidentManager', 'securityAnalyst'],
  teams: [reference('team', 2).id],
}));

export interface WireCorpus {
  /** One-field edits by one laptop of incidents that another replica made, as the engine writes them. */
  readonly edits: readonly Entry[];
  /** The histories of those incidents, as an import writes them. */
  readonly histories: readonly Entry[];
  /** The whole record after each edit, as a document database would send it. */
  readonly documents: readonly WireDocument[];
  /** The same records before all edits. */
  readonly originals: readonly WireDocument[];
}

/** The same on every machine. */
export async function makeWireCorpus(count: number): Promise<WireCorpus> {
  const incidents = openIncidents(recordCount, 100_000);
  const workspace = new MemoryWorkspace(catalogue, 'q3J8x0aZk1M');
  const histories = incidents.map((incident, line) => historyOf(incident, line));
  await workspace.write([...referenceHistories(), ...histories], () => {}, new AbortController().signal);
  const laptop = new Replica(catalogue, 'A');
  for (const entries of workspace.entries.values()) for (const entry of entries) laptop.take(entry);
  const random = randomFrom(7);
  const whole = (below: number) => Math.floor(random() * below);
  const documents: WireDocument[] = [];
  const originals = incidents.map(({ id }) => asDocument(laptop, id));
  laptop.now = startOfShift;
  const made: Entry[] = [];
  while (made.length < count) {
    laptop.now += 1000 + whole(120_000);
    const incident = incidents[whole(recordCount)];
    const actor = desk[whole(desk.length)];
    if (!incident || !actor) continue;
    const result = await laptop.do(actor, {
      kind: 'edit',
      record: incident.id,
      fields: shiftEdit(incident, random),
    });
    if (!result.ok || result.value.entries.length === 0) continue;
    made.push(...result.value.entries);
    documents.push(asDocument(laptop, incident.id));
  }
  const ids = new Set(incidents.map(({ id }) => id));
  const imported = [...workspace.entries.values()].flat().filter(({ record }) => ids.has(record));
  return { edits: made.slice(0, count), histories: continued(imported), documents, originals };
}

function asDocument(laptop: Replica, id: string): WireDocument {
  const { type, number, state, fields, updatedAt, updatedBy } = laptop.view(id);
  return { _id: id, type, number, state, ...fields, updatedAt, updatedBy };
}

/** The longest part of a log without gaps. */
function continued(entries: readonly Entry[]): readonly Entry[] {
  const sorted = [...entries].sort((a, b) => a.seq - b.seq);
  const from = sorted[0]?.seq ?? 0;
  return sorted.filter((entry, index) => entry.seq === from + index);
}
