import type { Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Command, WrittenEntry } from '#shared/engine/commands.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { AsOf } from './as-of.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { runScript, type ScriptedCommand, type ScriptOptions } from './batch.ts';
import type { DataParts, SummaryGroup } from './data-parts.ts';
import type { Change } from './feed.ts';
import { groupQuery } from './group-query.ts';
import type {
  Aggregate,
  GroupBy,
  Page,
  PlainQuery,
  QueryResult,
  RecordName,
  Row,
  TypeSight,
} from './index/protocol.ts';
import { readEntries, readLastN } from './log.ts';
import {
  hiddenColumns,
  plainQuery,
  tallyQuery,
  typeSights,
  visibleRecord,
  visibleRow,
} from './plain-query.ts';
import { Redactions } from './redaction/redactions.ts';
import { RuleRunner } from './rule-runner.ts';
import { readProblem } from './storage-problem.ts';
import { Signing } from './vault/signing.ts';
import { buildTimeline, type TimelineItem } from './timeline.ts';

const pageRows = 500;

type Executed = ReturnType<DataParts['writer']['execute']>;

/** The workspace on this device: the only way for the rest of the page to read and write it. */
export class Data {
  readonly catalogue: DataParts['catalogue'];
  readonly local: DataParts['local'];
  readonly sync: DataParts['sync'];
  /** The files of records. */
  readonly attachments: DataParts['attachments'];
  /** Signing in, and who may open this device. */
  readonly access: DataParts['access'];
  /** What people sign, and whose key signed it. */
  readonly signing: Signing;
  /** Whether the log and the records are as they were written. */
  readonly verification: DataParts['verification'];
  /** New keys for this device. */
  readonly keyChange: DataParts['keyChange'];
  /** Who did what, when. */
  readonly audit: AuditTrail;
  /** Orders to remove contents, and their removal here. */
  readonly redactions: Redactions;
  /** What happens by itself when its time has come. */
  readonly rules: RuleRunner;
  /** Records as they stood at an instant. */
  readonly asOf: AsOf;
  readonly databaseName: string;
  readonly identity: DataParts['identity'];
  /** What people must be told after the start (own entries restored …). */
  readonly startupNotices: readonly Problem[];
  readonly #parts: DataParts;
  readonly #actorListeners = new Set<() => void>();
  /** Arrival number that every answer must know. */
  #n = 0;

  constructor(parts: DataParts) {
    this.#parts = parts;
    this.catalogue = parts.catalogue;
    this.identity = parts.identity;
    this.startupNotices = parts.startupNotices;
    this.local = parts.local;
    this.sync = parts.sync;
    this.attachments = parts.attachments;
    this.access = parts.access;
    this.signing = new Signing(parts);
    this.verification = parts.verification;
    this.keyChange = parts.keyChange;
    this.audit = new AuditTrail(parts, () => this.asker().actor);
    this.redactions = new Redactions(parts);
    this.rules = new RuleRunner({
      catalogue: parts.catalogue,
      actor: () => this.actor,
      zone: () => this.zone,
      ids: (query, page) => this.ids(query, page),
      write: (answer) => parts.writer.write(answer),
      alone: parts.alone,
      onFault: (fault) => this.tellFault(fault),
    });
    this.asOf = new AsOf(
      parts,
      () => this.asker(),
      () => this.#n,
    );
    this.databaseName = parts.database.name;
    parts.feed.subscribe((change) => this.#noteChange(change));
  }

  /** Reads what every answer depends on: how far the log goes, and the configuration. */
  async begin(): Promise<void> {
    this.#n = Math.max(this.#n, await readLastN(this.#parts.database));
    await this.reloadConfig();
    await this.access.start();
    this.access.subscribe(() => void this.vouch());
    void this.attachments.sweep().catch((error: unknown) => this.tellFault(readProblem(error)));
    void this.redactions.begin().catch((error: unknown) => this.tellFault(readProblem(error)));
    void this.sync.begin().catch((error: unknown) => this.tellFault(readProblem(error)));
  }

  /** The keys that this device's contents are encrypted with, for threads that open the database themselves. */
  get ring(): DataParts['database']['vault']['ring'] {
    return this.#parts.database.vault.ring;
  }

  get config(): Config {
    return this.#parts.config.current;
  }

  get actor(): Actor | undefined {
    return this.#parts.session.actor;
  }

  /** Who is at the desk from now on. */
  setActor(actor: Actor | undefined): void {
    // The same person with the same rights stays the same object, so that nothing is asked anew.
    if (JSON.stringify(actor) === JSON.stringify(this.actor)) return;
    this.#parts.session.actor = actor;
    for (const listener of this.#actorListeners) listener();
    void this.vouch();
  }

  /** Told when somebody else is at the desk, or has other rights: all answers depend on it. */
  onActor(listener: () => void): () => void {
    this.#actorListeners.add(listener);
    return () => this.#actorListeners.delete(listener);
  }

  get unit(): RecordView | undefined {
    return this.#parts.config.unit;
  }

  /** IANA name of the unit's time zone. */
  get zone(): string {
    const zone = this.unit?.fields['zone'];
    return typeof zone === 'string' && zone ? zone : 'UTC';
  }

  /** Tells the page of a fault that no command answers with. */
  tellFault(fault: Problem): void {
    this.#parts.onFault(fault);
  }

  now(): number {
    return this.#parts.clock.now();
  }

  execute(command: Command): Executed {
    return this.#parts.writer.execute(command);
  }

  undo(entries: readonly WrittenEntry[]): Executed {
    return this.execute({ kind: 'undo', entries });
  }

  /** Runs a prepared history (seeds, demo) in one transaction. @throws ProblemError when it is refused. */
  async runScript(script: readonly ScriptedCommand[], options?: ScriptOptions): Promise<void> {
    const n = await runScript(this.#parts, script, options);
    this.announce(n);
    await this.reloadConfig();
  }

  /** Tells all windows that something else committed up to `n` (an import worker), and brings it into the journal. */
  announce(n: number): void {
    this.#parts.feed.publish({ n, records: [], config: true });
    void this.#parts.writer.catchUpJournal();
  }

  /** Resolves when the journal has all that was written past the door until now. */
  journalSettled(): Promise<void> {
    return this.#parts.writer.catchUpJournal();
  }

  /** A record that the actor may see; undefined where there is none. */
  async load(id: string): Promise<RecordView | undefined> {
    const row = await this.#parts.database.records.get(id);
    return row && this.#show(row.state);
  }

  async loadMany(ids: readonly string[]): Promise<readonly RecordView[]> {
    const rows = await this.#parts.database.records.bulkGet([...ids]);
    return rows.flatMap((row) => (row ? (this.#show(row.state) ?? []) : []));
  }

  async timeline(id: string): Promise<readonly TimelineItem[]> {
    const row = await this.#parts.database.records.get(id);
    const view = row && this.#show(row.state);
    const type = row && this.catalogue.type(row.type);
    if (!row || !view || !type) return [];
    const actor = this.asker().actor;
    return buildTimeline(type, view, await readEntries(this.#parts.database, row), (name) => {
      const rule = type.fields[name]?.visibleTo;
      return !rule || rule.allows(actor, view);
    });
  }

  async query(query: Query, page: Page): Promise<QueryResult> {
    return this.#visible(
      await this.#parts.index.ask<'query'>({
        kind: 'query',
        query: this.#plain(query),
        page,
        ...this.#terms(),
      }),
    );
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
    const { zone, catalogue } = this;
    const type = catalogue.type(query.type);
    const hidden = type ? hiddenColumns(type, this.asker().actor) : new Set<string>();
    if (hidden.has(groupBy?.column ?? '') || hidden.has(of?.column ?? '')) return [];
    const parts = await this.#parts.index.ask<'summary'>({
      kind: 'summary',
      query: this.#plain(query),
      ...(groupBy ? { groupBy: { zone, ...groupBy } } : {}),
      ...(of ? { of } : {}),
      ...this.#terms(),
    });
    return parts.map((part) => ({ ...part, query: groupQuery(query, part, { groupBy, of, zone }) }));
  }

  /** How many records there are by a column, those hidden from whoever asks among them, as far as their type lets it be counted. */
  async tally(query: Query, column: string): Promise<ReadonlyMap<string, number>> {
    const plain = tallyQuery(this.catalogue, query, column, this.asker());
    if (!plain) return new Map();
    const asked = { kind: 'summary', query: plain, groupBy: { column }, ...this.#terms() } as const;
    const parts = await this.#parts.index.ask<'summary'>(asked);
    return new Map(parts.map(({ key, value }) => [String(key ?? ''), value]));
  }

  /** Records of several types that hold the words, best first. */
  async search(text: string, queries: readonly Omit<Query, 'text'>[], limit: number): Promise<QueryResult> {
    const parts = queries.map((query) => {
      const { type, where } = this.#plain(query);
      return { type, where };
    });
    const search = { text, parts, limit };
    return this.#visible(await this.#parts.index.ask<'search'>({ kind: 'search', search, ...this.#terms() }));
  }

  /** Titles and own markings of records; an id that is not known stands for itself. */
  names(ids: readonly string[]): Promise<Readonly<Record<string, RecordName>>> {
    return this.#parts.index.ask<'names'>({ kind: 'names', ids, ...this.#terms() });
  }

  /** Titles of records; an id that is not known stands for itself. */
  async labels(ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const names = await this.names(ids);
    return Object.fromEntries(Object.entries(names).map(([id, { title }]) => [id, title]));
  }

  /** All records of a query in its order, in pages: for exports, without a cap. What is exported is settled at the start. */
  async *all(
    query: Query,
  ): AsyncGenerator<{ readonly records: readonly RecordView[]; readonly total: number }> {
    const { total, ids } = await this.ids(query, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
    for (let offset = 0; offset < ids.length; offset += pageRows) {
      yield { records: await this.loadMany(ids.slice(offset, offset + pageRows)), total };
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
    return this.#parts.config.subscribe(listener);
  }

  reloadConfig(): Promise<void> {
    return this.#parts.config.reload(async () => {
      const rows = await this.#parts.database.records.orderBy('config').toArray();
      return rows.map((row) => row.state);
    });
  }

  close(): void {
    this.rules.close();
    this.sync.close();
    this.access.endAll();
    this.verification.close();
    this.#parts.index.close();
    this.#parts.feed.close();
    this.#parts.database.close();
  }

  /** How a query is understood now: who asks, when, and where a day begins. */
  asker() {
    return { actor: this.actor ?? nobody, now: this.now(), zone: this.zone };
  }

  #plain(query: Query): PlainQuery {
    return plainQuery(this.catalogue, query, this.asker());
  }

  /** What an answer must know, and whose titles it may show. */
  #terms(): { readonly sight: TypeSight; readonly atLeast: number } {
    return { sight: typeSights(this.catalogue, this.asker()), atLeast: this.#n };
  }

  #visible<Answer extends { readonly rows: readonly Row[] }>(answer: Answer): Answer {
    const { actor } = this.asker();
    return { ...answer, rows: answer.rows.map((row) => visibleRow(this.catalogue, actor, row)) };
  }

  #show(state: Parameters<typeof visibleRecord>[2]): RecordView | undefined {
    return visibleRecord(this.catalogue, this.asker().actor, state);
  }

  /** Whoever is at the desk says once that they sign in here; what cannot be written now is written before their next change. */
  async vouch(): Promise<void> {
    const { person } = this.access;
    if (person !== undefined && person === this.actor?.id) await this.#parts.writer.vouch();
  }

  #noteChange({ n, config }: Change): void {
    this.#n = Math.max(this.#n, n);
    // What could not be read is read with the next change; a closed workspace needs none.
    if (config) this.reloadConfig().catch(() => undefined);
  }
}

const nobody: Actor = { id: '', roles: [], teams: [] };
