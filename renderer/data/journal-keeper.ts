import type { Entry } from '#shared/changelog/entry.ts';
import { planJournal } from '#shared/changelog/journal-plan.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import type { OutpostDatabase } from './database.ts';
import { copyToJournal, journalRow, ownLogs } from './own-logs.ts';

/** Keeps the journal of own entries up to the database while the workspace is open. */
export class JournalKeeper {
  readonly #database: OutpostDatabase;
  readonly #journal: OutpostBridge['journal'] | undefined;
  readonly #onFault: (fault: Problem) => void;
  #catchUp: Promise<void> = Promise.resolve();

  constructor(
    database: OutpostDatabase,
    journal: OutpostBridge['journal'] | undefined,
    onFault: (fault: Problem) => void,
  ) {
    this.#database = database;
    this.#journal = journal;
    this.#onFault = onFault;
  }

  /** After their commit: a crash in between leaves the journal behind, which the next start mends. */
  append(entries: readonly Entry[]): Promise<void> {
    return this.#guarded(async (journal) => journal.append(entries.map(journalRow)));
  }

  /** Appends what the database has and the journal has not. One call after the other. */
  catchUp(): Promise<void> {
    this.#catchUp = this.#catchUp.then(() =>
      this.#guarded(async (journal) => {
        const status = await journal.status();
        if (status.state !== 'open') return;
        const { appendToJournal } = planJournal(
          await ownLogs(
            this.#database,
            status.replicas.map(({ replica }) => replica),
          ),
          status.replicas,
          [],
        );
        for (const range of appendToJournal) await copyToJournal(this.#database, journal, range);
      }),
    );
    return this.#catchUp;
  }

  async #guarded(work: (journal: OutpostBridge['journal']) => Promise<void>): Promise<void> {
    if (!this.#journal) return;
    try {
      await work(this.#journal);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#onFault(problem('OUT-STO-008', { reason, path: 'the journal folder' }));
    }
  }
}
