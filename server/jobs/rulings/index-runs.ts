import type { Storage } from '../../storage/storage.ts';
import type { ActorRunRow, RecordRunRow, RulingProgressRow, SegmentRow } from '../../storage/tables.ts';
import { Overtaken, sameProgress } from './overtaken.ts';
import { readableEntries } from './held-entries.ts';

const runsAtOnce = 20;

/** Notes where the entries of records and persons are, for all runs that came. @returns how far it is then. @throws Overtaken */
export async function indexRuns(
  storage: Storage,
  progress: RulingProgressRow,
  actors: Set<string>,
): Promise<RulingProgressRow> {
  let done = progress;
  for (;;) {
    const runs = await storage.logs.after(done.workspace, done.indexed, runsAtOnce);
    const last = runs.at(-1);
    if (!last) return done;
    const rows = runs.map(rowsOf);
    const next = { ...done, indexed: last.arrival };
    const before = done;
    await storage.inTransaction(async ({ rulings }) => {
      if (!sameProgress(await rulings.progress(next.workspace), before)) throw new Overtaken();
      await rulings.addRuns(
        rows.flatMap(({ records }) => records),
        rows.flatMap((row) => row.actors),
      );
      await rulings.keep(next);
    });
    for (const { actor } of rows.flatMap((row) => row.actors)) actors.add(actor);
    done = next;
  }
}

function rowsOf(run: SegmentRow): { records: readonly RecordRunRow[]; actors: readonly ActorRunRow[] } {
  const { workspace, arrival } = run;
  const records = new Map<string, RecordRunRow>();
  const actors = new Map<string, ActorRunRow>();
  for (const { record, type, actor, stamp } of readableEntries(run)) {
    records.set(record, { workspace, record, arrival, type });
    const latest = Math.max(stamp.wall, actors.get(actor)?.latest ?? -Infinity);
    actors.set(actor, { workspace, actor, arrival, latest });
  }
  return { records: [...records.values()], actors: [...actors.values()] };
}
