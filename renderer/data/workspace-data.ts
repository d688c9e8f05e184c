import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { Command, WrittenEntry } from '#shared/engine/commands.ts';
import { resolveConditions, type Asker } from '#shared/engine/query.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { localDate, startOfLocalDay } from '#shared/kernel/time.ts';
import { runScript, type ScriptedCommand } from './batch.ts';
import type { ConfigCache } from './config-cache.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import type { Change, ChangeFeed } from './feed.ts';
import type { Identity } from './identity.ts';
import type { IndexClient } from './index/index-client.ts';
import type { Aggregate, GroupBy, Page, PlainQuery, QueryResult, SummaryPart } from './index/protocol.ts';
import { LocalStore } from './local-store.ts';
import { readEntries } from './log.ts';
import { buildTimeline, type TimelineItem } from './timeline.ts';
import type { Done, Writer } from './writer.ts';

export interface DataParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly feed: ChangeFeed;
  readonly index: IndexClient;
  readonly config: ConfigCache;
  readonly writer: Writer;
  readonly session: { actor: Actor | undefined };
  readonly startupNotices: readonly Problem[];
}

/** A group of a summary with the query of exactly its records. */
export interface SummaryGroup extends SummaryPart {
  readonly query: Query;
}

const pageRows = 500;

/** The workspace on this device: the only way for the rest of the page to read and write it. */
export class Data {
  readonly catalogue: Catalogue;
  readonly local: LocalStore;
  readonly databaseName: string;
  readonly identity: Identity;
  /** What people must be told after the start (own entries restored …). */
  readonly startupNotices: readonly Problem[];
  readonly #parts: DataParts;
  readonly #configListeners = new Set<() => void>();
  /** Arrival number that every answer must know. */
  #n = 0;

  constructor(parts: DataParts) {
    this.#parts = parts;
    this.catalogue = parts.catalogue;
    this.identity = parts.identity;
    this.startupNotices = parts.startupNotices;
    this.local = new LocalStore(parts.database);
    this.databaseName = parts.database.name;
    parts.feed.subscribe((change) => this.#noteChange(change));
  }

  get config(): Config {
    return this.#parts.config.current;
  }

  get actor(): Actor | undefined {
    return this.#parts.session.actor;
  }

  /** Who is at the desk from now on. */
  setActor(actor: Actor | undefined): void {
    this.#parts.session.actor = actor;
  }

  get unit(): RecordView | undefined {
    return this.config.all('unit')[0];
  }

  /** IANA name of the unit's time zone. */
  get zone(): string {
    const zone = this.unit?.fields['zone'];
    return typeof zone === 'string' && zone ? zone : 'UTC';
  }

  now(): number {
    return this.#parts.clock.now();
  }

  execute(command: Command): Promise<Result<Done, readonly Problem[]>> {
    return this.#parts.writer.execute(command);
  }

  undo(entries: readonly WrittenEntry[]): Promise<Result<Done, readonly Problem[]>> {
    return this.execute({ kind: 'undo', entries });
  }

  /** Runs a prepared history (seeds, demo) in one transaction. @throws ProblemError when it is refused. */
  async runScript(script: readonly ScriptedCommand[], onProgress?: (share: number) => void): Promise<void> {
    const n = await runScript(this.#parts, script, onProgress);
    this.#parts.feed.publish({ n, records: [], config: true });
    await this.reloadConfig();
  }

  /** Tells all windows that something else committed up to `n` (an import worker). */
  announce(n: number): void {
    this.#parts.feed.publish({ n, records: [], config: true });
  }

  /** A record that the actor may see; undefined where there is none. */
  async load(id: string): Promise<RecordView | undefined> {
    const row = await this.#parts.database.records.get(id);
    return row && this.#show(row);
  }

  async loadMany(ids: readonly string[]): Promise<readonly RecordView[]> {
    const rows = await this.#parts.database.records.bulkGet([...ids]);
    return rows.flatMap((row) => (row ? (this.#show(row) ?? []) : []));
  }

  async timeline(id: string): Promise<readonly TimelineItem[]> {
    const row = await this.#parts.database.records.get(id);
    const view = row && this.#show(row);
    const type = row && this.catalogue.type(row.type);
    if (!row || !view || !type) return [];
    return buildTimeline(type, view, await readEntries(this.#parts.database, row));
  }

  query(query: Query, page: Page): Promise<QueryResult> {
    return this.#parts.index.ask<'query'>({
      kind: 'query',
      query: this.#plain(query),
      page,
      atLeast: this.#n,
    });
  }

  /** Ids of a page of a query's records, in order. */
  ids(query: Query, page: Page): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
    return this.#parts.index.ask<'ids'>({ kind: 'ids', query: this.#plain(query), page, atLeast: this.#n });
  }

  counts(queries: readonly Query[]): Promise<readonly number[]> {
    const plain = queries.map((query) => this.#plain(query));
    return this.#parts.index.ask<'counts'>({ kind: 'counts', queries: plain, atLeast: this.#n });
  }

  /** Counts, sums or means by group; each group carries the query of exactly its records. */
  async summary(query: Query, groupBy?: GroupBy, of?: Aggregate): Promise<readonly SummaryGroup[]> {
    const parts = await this.#parts.index.ask<'summary'>({
      kind: 'summary',
      query: this.#plain(query),
      ...(groupBy ? { groupBy: { zone: this.zone, ...groupBy } } : {}),
      ...(of ? { of } : {}),
      atLeast: this.#n,
    });
    return parts.map((part) => ({ ...part, query: groupQuery(query, groupBy, part, this.zone) }));
  }

  /** Records of several types that hold the words, best first. */
  search(text: string, queries: readonly Omit<Query, 'text'>[], limit: number): Promise<QueryResult> {
    const parts = queries.map((query) => {
      const { type, where } = this.#plain(query);
      return { type, where };
    });
    return this.#parts.index.ask<'search'>({ kind: 'search', search: { text, parts, limit }, atLeast: this.#n });
  }

  /** Titles of records; an id that is not known stands for itself. */
  labels(ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
    return this.#parts.index.ask<'labels'>({ kind: 'labels', ids, atLeast: this.#n });
  }

  /** All records of a query in its order, in pages: for exports, without a cap. */
  async *all(query: Query): AsyncGenerator<{ readonly records: readonly RecordView[]; readonly total: number }> {
    for (let offset = 0; ; offset += pageRows) {
      const { total, ids } = await this.ids(query, { offset, limit: pageRows });
      if (ids.length === 0) return;
      yield { records: await this.loadMany(ids), total };
      if (offset + ids.length >= total) return;
    }
  }

  /** Told when something was committed here or in another window. */
  onChange(listener: (change: Change) => void): () => void {
    return this.#parts.feed.subscribe(listener);
  }

  /** Told when the index knows more than before. */
  onIndexed(listener: () => void): () => void {
    return this.#parts.index.subscribe(listener);
  }

  /** Told when configuration records changed; `config` is a new object then. */
  onConfig(listener: () => void): () => void {
    this.#configListeners.add(listener);
    return () => this.#configListeners.delete(listener);
  }

  async reloadConfig(): Promise<void> {
    const rows = await this.#parts.database.records.orderBy('config').toArray();
    if (!this.#parts.config.take(rows.map((row) => row.state))) return;
    for (const listener of this.#configListeners) listener();
  }

  /** Entries on this device that no hub has acknowledged: all of them, as there is no hub yet. */
  async waitingEntries(): Promise<number> {
    const last = await this.#parts.database.log.orderBy('n').last();
    return last ? last.n + last.count - 1 : 0;
  }

  close(): void {
    this.#parts.index.close();
    this.#parts.feed.close();
    this.#parts.database.close();
  }

  /** How a query is understood now: who asks, when, and where a day begins. */
  asker(): Asker {
    return { actor: this.actor ?? nobody, now: this.now(), zone: this.zone };
  }

  #plain(query: Query): PlainQuery {
    const asker = this.asker();
    const type = this.catalogue.type(query.type);
    const mayList = type?.see.allows(asker.actor, undefined);
    const visible = mayList === true ? (type?.visible?.(asker.actor) ?? []) : [nothing];
    const where = resolveConditions([...query.where, ...visible], asker);
    return {
      type: query.type,
      where,
      ...(query.text === undefined ? {} : { text: query.text }),
      ...(query.sort === undefined ? {} : { sort: query.sort }),
    };
  }

  #show(row: RecordRow): RecordView | undefined {
    const type = this.catalogue.type(row.type);
    const view = type && projectRecord(row.state, shapeOf(type));
    if (!type || !view) return undefined;
    return type.see.allows(this.asker().actor, view) ? view : undefined;
  }

  #noteChange({ n, config }: Change): void {
    this.#n = Math.max(this.#n, n);
    if (config) void this.reloadConfig();
  }
}

const nobody: Actor = { id: '', roles: [], teams: [] };
const nothing = { any: [] };

function groupQuery(query: Query, groupBy: GroupBy | undefined, part: SummaryPart, zone: string): Query {
  if (!groupBy) return query;
  const { column } = groupBy;
  if (part.key === null) return { ...query, where: [...query.where, { column, empty: true }] };
  if (groupBy.bucket !== 'day') return { ...query, where: [...query.where, { column, in: [part.key] }] };
  const [from, below] = dayBounds(String(part.key), groupBy.zone ?? zone);
  return { ...query, where: [...query.where, { column, from, below }] };
}

/** First instant of a local date and of the day after it, epoch ms. */
function dayBounds(date: string, zone: string): readonly [number, number] {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const half = 12 * 3_600_000;
  const inside = [noon, noon - half, noon + half].find((at) => localDate(at, zone) === date) ?? noon;
  return [startOfLocalDay(inside, zone), startOfLocalDay(inside, zone, 1)];
}
