import { sql, type Kysely } from 'kysely';
import type { ActorRunRow, FindingRow, RecordRunRow, RulingProgressRow, Tables } from '../tables.ts';

/** Where entries are by record and by author, and what was found of them. */
export interface Rulings {
  progress(workspace: string): Promise<RulingProgressRow | undefined>;
  keep(progress: RulingProgressRow): Promise<void>;
  addRuns(records: readonly RecordRunRow[], actors: readonly ActorRunRow[]): Promise<void>;
  /** Arrival numbers of runs that hold entries of the records, by record. */
  runsOf(workspace: string, records: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** Arrival numbers of runs that hold entries of the person from a time on. */
  runsBy(workspace: string, actor: string, from: number): Promise<readonly number[]>;
  recordsOf(workspace: string, type: string): Promise<readonly string[]>;
  actors(workspace: string): Promise<readonly string[]>;
  findings(workspace: string): Promise<readonly FindingRow[]>;
  put(rows: readonly FindingRow[]): Promise<void>;
  remove(rows: readonly Pick<FindingRow, 'workspace' | 'replica' | 'seq'>[]): Promise<void>;
}

/** Bounds of what one statement may take. */
const rowsOfInsert = 500;
const valuesOfQuery = 1000;

export function rulingsIn(db: Kysely<Tables>): Rulings {
  return {
    progress: (workspace) =>
      db.selectFrom('rulingProgress').selectAll().where('workspace', '=', workspace).executeTakeFirst(),
    async keep({ workspace, ...values }) {
      await db
        .insertInto('rulingProgress')
        .values({ workspace, ...values })
        .onConflict((conflict) => conflict.column('workspace').doUpdateSet(values))
        .execute();
    },
    async addRuns(records, actors) {
      for (const part of slices(records, rowsOfInsert)) {
        await db
          .insertInto('recordRuns')
          .values(part)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      for (const part of slices(actors, rowsOfInsert)) {
        await db
          .insertInto('actorRuns')
          .values(part)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
    async runsOf(workspace, records) {
      const found = new Map<string, number[]>();
      for (const part of slices(records, valuesOfQuery)) {
        const rows = await db
          .selectFrom('recordRuns')
          .select(['record', 'arrival'])
          .where('workspace', '=', workspace)
          .where('record', 'in', part)
          .execute();
        for (const { record, arrival } of rows) {
          const known = found.get(record);
          if (known) known.push(arrival);
          else found.set(record, [arrival]);
        }
      }
      return found;
    },
    async runsBy(workspace, actor, from) {
      const rows = await db
        .selectFrom('actorRuns')
        .select('arrival')
        .where('workspace', '=', workspace)
        .where('actor', '=', actor)
        .where('latest', '>=', from)
        .orderBy('arrival')
        .execute();
      return rows.map(({ arrival }) => arrival);
    },
    async recordsOf(workspace, type) {
      const rows = await db
        .selectFrom('recordRuns')
        .select('record')
        .distinct()
        .where('workspace', '=', workspace)
        .where('type', '=', type)
        .execute();
      return rows.map(({ record }) => record);
    },
    async actors(workspace) {
      const query = db.selectFrom('actorRuns').select('actor').distinct();
      return (await query.where('workspace', '=', workspace).execute()).map(({ actor }) => actor);
    },
    findings: (workspace) =>
      db.selectFrom('findings').selectAll().where('workspace', '=', workspace).execute(),
    async put(rows) {
      for (const part of slices(rows, rowsOfInsert)) {
        await db
          .insertInto('findings')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'replica', 'seq']).doUpdateSet({
              record: sql.ref('excluded.record'),
              type: sql.ref('excluded.type'),
              actor: sql.ref('excluded.actor'),
              finding: sql.ref('excluded.finding'),
              code: sql.ref('excluded.code'),
              reason: sql.ref('excluded.reason'),
              told: sql.ref('excluded.told'),
            }),
          )
          .execute();
      }
    },
    async remove(rows) {
      for (const { workspace, replica, seq } of rows) {
        await db
          .deleteFrom('findings')
          .where('workspace', '=', workspace)
          .where('replica', '=', replica)
          .where('seq', '=', seq)
          .execute();
      }
    },
  };
}

function* slices<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
