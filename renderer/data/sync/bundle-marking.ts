import { projectRecord } from '#shared/changelog/project.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import { covers } from '#shared/definition/marking.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { markingOf, unitMarking } from '#shared/engine/marking.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { unitOf } from '#shared/engine/unit.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { missingFrom, type Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase, RecordRow } from '../database.ts';
import type { ExchangeParts } from './exchange.ts';
import { localVector } from './local-vector.ts';
import { readRange } from './offer.ts';
import type { HubRow } from './hub-rows.ts';

type Parts = Pick<ExchangeParts, 'database' | 'catalogue'>;

const perRead = 500;
const entriesAtOnce = 2000;

/** A unit joins a workspace only that may hold what it holds. @throws ProblemError OUT-MRK-003 */
export async function mustHoldUnit(parts: Parts, { workspace }: Pick<HubRow, 'workspace'>): Promise<void> {
  const units = await unitsIn(parts);
  const marking = unitMarking(units);
  if (!unitOf(units) || covers(workspace.marking, marking)) return;
  const limit = limitText(workspace.marking);
  throw new ProblemError(problem('OUT-MRK-003', { workspace: workspace.name, limit, marking }));
}

/**
 * A bundle brings its receiver nothing that is marked above the receiver's workspace.
 * @param theirs what the receiver holds: all else goes into the bundle.
 * @throws ProblemError OUT-MRK-002 with the first record that is above it.
 */
export async function mustHoldBundle(
  parts: Parts,
  receiver: { readonly name: string; readonly marking: string },
  theirs: Vector,
): Promise<void> {
  const units = await unitsIn(parts);
  const ids = [...(await recordsLacking(parts.database, theirs))];
  for (let from = 0; from < ids.length; from += perRead) {
    for (const row of await parts.database.records.bulkGet(ids.slice(from, from + perRead))) {
      const record = row && viewOf(parts.catalogue, row);
      // What a later version of the application wrote may be anything that the unit may hold.
      const marking = record ? markingOf(record, units) : unitMarking(units);
      if (covers(receiver.marking, marking)) continue;
      throw new ProblemError(
        problem('OUT-MRK-002', {
          receiver: receiver.name,
          limit: limitText(receiver.marking),
          record: record?.number ?? row?.id ?? '',
          marking,
        }),
      );
    }
  }
}

function limitText(marking: string): string {
  return marking.trim() || 'UNCLASSIFIED';
}

async function recordsLacking(database: OutpostDatabase, theirs: Vector): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const range of missingFrom(theirs, await localVector(database))) {
    let { from } = range;
    while (from <= range.to) {
      const { entries } = await readRange(database, { ...range, from }, entriesAtOnce);
      for (const { record } of entries) ids.add(record);
      const last = entries.at(-1);
      if (!last) break;
      from = last.seq + 1;
    }
  }
  return ids;
}

/** The unit alone as configuration: what markings are read against. */
async function unitsIn({ database, catalogue }: Parts): Promise<Config> {
  const rows = await database.records.where('config').equals('unit').toArray();
  const units = rows.flatMap((row) => viewOf(catalogue, row) ?? []);
  return { version: 0, all: (type) => (type === 'unit' ? units : []), get: () => undefined };
}

function viewOf(catalogue: Catalogue, { type: name, state }: RecordRow): RecordView | undefined {
  const type = catalogue.type(name);
  return type && projectRecord(state, shapeOf(type));
}
