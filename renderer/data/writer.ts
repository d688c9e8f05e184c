import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { encodeEntries } from '#shared/changelog/codec.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Command, WrittenEntry } from '#shared/engine/commands.ts';
import { execute, type Outcome, type RecordSource } from '#shared/engine/execute.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { formatNumber, newRecordId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { Counters } from './counters.ts';
import type { OutpostDatabase, RecordRow } from './database.ts';
import type { ChangeFeed } from './feed.ts';
import type { Identity } from './identity.ts';
import { readEntries, readLogEnd, toLogRow, type LogEnd } from './log.ts';
import { isOvertaken, storageProblem } from './storage-problem.ts';
import { writeAtOnce } from './transaction.ts';

/** What a command came to. */
export interface Done {
  /** Id of the record that the command was about. */
  readonly record: string;
  readonly number: string;
  /** What it wrote, for undo; empty where the command changed nothing. */
  readonly entries: readonly WrittenEntry[];
}

export interface WriterParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly feed: ChangeFeed;
  readonly journal: OutpostBridge['journal'] | undefined;
  readonly config: () => Config;
  readonly actor: () => Actor | undefined;
  readonly pointingAt: RecordSource['pointingAt'];
  /** Told when the entry is in the database and the journal could not be written. */
  readonly onJournalFault: (fault: Problem) => void;
}

/** Other windows write too; so many turns are taken before a save gives up. */
const mostTurns = 20;

/**
 * The one door for writes: asks the engine, then appends the entries and puts the records in one strict transaction.
 * The log row's key is the next arrival number, so when another window was first, the transaction fails and all is judged
 * anew on what that window wrote.
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #counters: Counters;
  #end: LogEnd | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#counters = new Counters(parts.database);
    parts.feed.subscribe(({ n }) => {
      if (this.#end && n !== this.#end.n) this.#end = undefined;
    });
  }

  execute(command: Command): Promise<Result<Done, readonly Problem[]>> {
    const turn = this.#queue.then(() => this.#execute(command));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #execute(command: Command): Promise<Result<Done, readonly Problem[]>> {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      try {
        return await this.#attempt(command);
      } catch (error) {
        this.#end = undefined;
        if (!isOvertaken(error)) return err([storageProblem(error)]);
      }
    }
    return err([problem('OUT-STO-006', { reason: 'other windows were writing all the time.' })]);
  }

  async #attempt(command: Command): Promise<Result<Done, readonly Problem[]>> {
    const { catalogue, identity, clock, config, database } = this.#parts;
    const actor = this.#parts.actor();
    if (!actor) return err([problem('OUT-PER-003', { action: 'save a change' })]);
    if (!this.#end) await this.#counters.load();
    const end = (this.#end ??= await readLogEnd(database, identity.replica));
    const given = this.#counters.begin();
    const rows = new Map<string, RecordRow>();
    const result = await execute(command, {
      catalogue,
      source: this.#source(rows),
      config: config(),
      actor,
      now: clock.now(),
      replica: identity.replica,
      head: end.head,
      newId: newRecordId,
      nextNumber: (prefix) => formatNumber(prefix, identity.shortCode, given.next(prefix)),
    });
    if (!result.ok) return err(result.error);
    const { entries, record } = result.value;
    const written = entries.map((entry) => ({ record: entry.record, ref: refOf(entry) }));
    if (entries.length > 0) await this.#commit(result.value, end, rows, given.changed());
    return ok({ record: record.id, number: record.number, entries: written });
  }

  async #commit(
    outcome: Outcome,
    end: LogEnd,
    rows: ReadonlyMap<string, RecordRow>,
    counters: readonly { readonly key: string; readonly value: number }[],
  ): Promise<void> {
    const { database, catalogue, feed } = this.#parts;
    const { entries, head, states } = outcome;
    const n = end.n + 1;
    const logRow = toLogRow(n, entries, head);
    const last = end.n + entries.length;
    const recordRows = states.map((state): RecordRow => {
      const places = [...(rows.get(state.id)?.places ?? []), n];
      const config = catalogue.type(state.type)?.config ? { config: state.type } : {};
      const newest = entries.findLastIndex((entry) => entry.record === state.id);
      return { id: state.id, type: state.type, n: n + newest, places, ...config, state };
    });
    await writeAtOnce(
      database,
      counters.length > 0 ? ['log', 'records', 'meta'] : ['log', 'records'],
      (store) => {
        store('log').add(logRow);
        for (const row of recordRows) store('records').put(row);
        for (const counter of counters) store('meta').put(counter);
      },
    );
    this.#end = { n: last, head };
    this.#counters.keep(counters);
    await this.#toJournal(outcome);
    feed.publish({
      n: last,
      records: recordRows.map((row) => row.id),
      config: recordRows.some((row) => row.config !== undefined),
    });
  }

  /** After the commit: a crash in between leaves the journal behind, which the next start mends. */
  async #toJournal({ entries }: Outcome): Promise<void> {
    const { journal, onJournalFault } = this.#parts;
    if (!journal) return;
    try {
      await journal.append(
        entries.map((entry) => ({ replica: entry.replica, seq: entry.seq, bytes: encodeEntries([entry]) })),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      onJournalFault(problem('OUT-STO-008', { reason, path: 'the journal folder' }));
    }
  }

  #source(rows: Map<string, RecordRow>): RecordSource {
    const { database, pointingAt } = this.#parts;
    return {
      load: async (id) => {
        const row = await database.records.get(id);
        if (row) rows.set(id, row);
        return row?.state;
      },
      pointingAt,
      entries: async (id) => {
        const row = rows.get(id) ?? (await database.records.get(id));
        return row ? readEntries(database, row) : [];
      },
    };
  }
}
