import type { Actor } from '#shared/definition/permission.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { Environment } from '#shared/engine/environment.ts';
import { execute, type Outcome } from '#shared/engine/execute.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { formatNumber, newRecordId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { Counters, type CounterRow } from './counters.ts';
import { DatabaseSource } from './database-source.ts';
import type { RecordRow } from './database.ts';
import type { Identity } from './identity.ts';
import { JournalKeeper } from './journal-keeper.ts';
import { readEnd, toLogRow, type LogEnd } from './log.ts';
import { recordRows } from './record-rows.ts';
import { isOvertaken, storageProblem } from './storage-problem.ts';
import { writeAtOnce } from './transaction.ts';
import { vouchedBy } from './vault/vouched-by.ts';
import type { Done, WriterParts } from './writer-parts.ts';

/** Other windows write too; so many turns are taken before a save gives up. */
const mostTurns = 20;
/** After windows met, they take turns for so long, milliseconds: a lock costs more than it is worth to one alone. */
const politeFor = 10_000;

/** What is done in one turn, as a person. */
type Work<Value> = (actor: Actor) => Promise<Result<Value, readonly Problem[]>>;

/** What the engine comes to; undefined where there is nothing to do. */
type Answer = (environment: Environment) => Promise<Result<Outcome | undefined, readonly Problem[]>>;

/** What the next save continues. */
interface End {
  readonly log: LogEnd;
  readonly identity: Identity;
  readonly counters: Counters;
}

/**
 * The one door for writes: asks the engine, then appends the entries and puts the records in one strict transaction.
 * The log row's key is the next arrival number, so when another window was first, the transaction fails and all is judged
 * anew on what that window wrote. Windows that met take turns by a lock, so that none is overtaken for ever.
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #journal: JournalKeeper;
  #end: End | undefined;
  #politeUntil = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#journal = new JournalKeeper(parts.database, parts.journal, parts.onJournalFault);
    parts.feed.onTurnsAsked(() => this.#takeTurns());
    parts.feed.subscribe(({ n }) => {
      if (n !== this.#end?.log.n) this.#end = undefined;
    });
  }

  execute(command: Command): Promise<Result<Done, readonly Problem[]>> {
    return this.#queued((actor) => this.#command(actor, command));
  }

  /** Writes what the engine answers; undefined where that is nothing. */
  write(answer: Answer): Promise<Result<Done | undefined, readonly Problem[]>> {
    return this.#queued((actor) => this.#write(actor, answer));
  }

  /** Says that whoever is at the desk signs in here, where the log does not say so yet. Commands say it by themselves. */
  vouch(): Promise<Result<void, readonly Problem[]>> {
    return this.#queued(() => Promise.resolve(ok(undefined)));
  }

  /** Brings what was written past this door (a script, an import) into the journal. */
  catchUpJournal(): Promise<void> {
    return this.#journal.catchUp();
  }

  #queued<Value>(work: Work<Value>): Promise<Result<Value, readonly Problem[]>> {
    const turn = this.#queue.then(() => this.#execute(work));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #execute<Value>(work: Work<Value>): Promise<Result<Value, readonly Problem[]>> {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      try {
        return await this.#inTurn(() => this.#attempt(work));
      } catch (error) {
        this.#end = undefined;
        if (!isOvertaken(error)) return err([storageProblem(error)]);
        this.#takeTurns();
        this.#parts.feed.askForTurns();
      }
    }
    return err([problem('OUT-STO-006', { reason: 'other windows were writing all the time.' })]);
  }

  #takeTurns(): void {
    this.#politeUntil = performance.now() + politeFor;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return performance.now() < this.#politeUntil ? this.#parts.exclusively(work) : work();
  }

  async #attempt<Value>(work: Work<Value>): Promise<Result<Value, readonly Problem[]>> {
    const actor = this.#parts.actor();
    if (!actor) return err([problem('OUT-PER-003', { action: 'save a change' })]);
    await this.#vouchFor(actor);
    return work(actor);
  }

  /** Before all that a person writes into a log stands that they sign in there. */
  async #vouchFor(actor: Actor): Promise<void> {
    const { identity } = (this.#end ??= await this.#readEnd());
    const owed = await this.#parts.owedVouch(actor.id, identity.replica);
    if (!owed) return;
    const { account, credential } = owed;
    if (credential !== undefined) {
      await this.#command(actor, { kind: 'edit', record: account, fields: { credential } });
    }
    const end = (this.#end ??= await this.#readEnd());
    const source = new DatabaseSource(this.#parts.database, this.#parts.pointingAt);
    const vouched = await vouchedBy([{ ...owed, person: actor.id }], source, {
      replica: end.identity.replica,
      head: end.log.head,
      now: this.#parts.clock.now(),
    });
    await this.#commit(vouched, end, source.rows, []);
  }

  async #command(actor: Actor, command: Command): Promise<Result<Done, readonly Problem[]>> {
    const done = await this.#write(actor, (environment) => execute(command, environment));
    if (!done.ok) return done;
    if (!done.value) throw new Error('A command was answered with nothing.');
    return ok(done.value);
  }

  async #write(actor: Actor, answer: Answer): Promise<Result<Done | undefined, readonly Problem[]>> {
    const { catalogue, clock, config } = this.#parts;
    // Before anything else is read: what is committed after this makes the append fail.
    const end = (this.#end ??= await this.#readEnd());
    const { identity } = end;
    const given = end.counters.begin();
    const source = new DatabaseSource(this.#parts.database, this.#parts.pointingAt);
    const result = await answer({
      catalogue,
      source,
      config: config.current,
      actor,
      now: clock.now(),
      replica: identity.replica,
      head: end.log.head,
      newId: newRecordId,
      nextNumber: (prefix) => formatNumber(prefix, identity.shortCode, given.next(prefix)),
    });
    if (!result.ok) return err(result.error);
    if (!result.value) return ok(undefined);
    const { entries, record } = result.value;
    if (entries.length > 0) await this.#commit(result.value, end, source.rows, given.changed());
    const written = entries.map((entry) => ({ record: entry.record, ref: refOf(entry) }));
    return ok({ record: record.id, number: record.number, entries: written });
  }

  async #readEnd(): Promise<End> {
    const { counters, identity, ...log } = await readEnd(this.#parts.database);
    return { log, identity, counters: new Counters(counters) };
  }

  async #commit(
    { entries, head, states }: Pick<Outcome, 'entries' | 'head' | 'states'>,
    { log, identity, counters }: End,
    known: ReadonlyMap<string, RecordRow>,
    numbers: readonly CounterRow[],
  ): Promise<void> {
    const { database, catalogue, feed, config } = this.#parts;
    const first = log.n + 1;
    const last = log.n + entries.length;
    const logRow = toLogRow(first, entries, head);
    const rows = recordRows(catalogue, states, entries, first, known);
    await writeAtOnce(
      database,
      numbers.length > 0 ? ['log', 'records', 'meta'] : ['log', 'records'],
      (store) => {
        store('log').add(logRow);
        for (const row of rows) store('records').put(row);
        for (const counter of numbers) store('meta').put(counter);
      },
    );
    counters.keep(numbers);
    this.#end = { log: { n: last, head }, identity, counters };
    // At once, so that the next command is judged by it.
    config.take(states);
    await this.#journal.append(entries);
    feed.publish({
      n: last,
      records: rows.map((row) => row.id),
      config: rows.some((row) => row.config !== undefined),
    });
  }
}
