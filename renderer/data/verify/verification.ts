import { problem, type Problem } from '#shared/kernel/errors.ts';
import { readProblem } from '../storage-problem.ts';
import type { OutpostDatabase } from '../database.ts';
import { keepVerified, readKept } from './kept-result.ts';
import type {
  Verified,
  VerifyMessage,
  VerifyOrder,
  VerifyProgress,
  VerifyReach,
  VerifyResult,
} from './protocol.ts';

export interface VerificationParts {
  readonly database: OutpostDatabase;
  /** Every row was encrypted here, so one in the clear is none of ours. */
  readonly mustBeSealed: () => Promise<boolean>;
  /** Runs an order on a thread of its own. Returns how to end it. */
  readonly startRun: (order: VerifyOrder, onMessage: (message: VerifyMessage) => void) => () => void;
  readonly onFault: (fault: Problem) => void;
}

export interface VerificationStatus {
  /** The run that is under way; without progress it has just begun. */
  readonly running?: { readonly reach: VerifyReach; readonly progress?: VerifyProgress };
  readonly last?: VerifyResult;
}

/** The start of the workbench comes first. */
const waitAtStart = 10_000;

/** The page's side of verifying the log: one run at a time, and what the last one found. */
export class Verification {
  readonly #parts: VerificationParts;
  readonly #listeners = new Set<() => void>();
  #status: VerificationStatus = {};
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: VerificationParts) {
    this.#parts = parts;
  }

  /** How things stand; the same object until that changes. */
  get status(): VerificationStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what the last run found, and looks a while later at what came since. */
  async begin(): Promise<void> {
    try {
      await this.#readLast();
    } catch (error) {
      this.#parts.onFault(readProblem(error));
    }
    // After faults all is looked at again, so that they are told until they are gone.
    const reach = (this.#status.last?.faultCount ?? 0) > 0 ? 'all' : 'news';
    this.#timer = setTimeout(() => void this.run(reach), waitAtStart);
  }

  /** Resolves when the run is over, came to nothing or was cancelled. */
  async run(reach: VerifyReach): Promise<void> {
    if (this.#status.running) return;
    clearTimeout(this.#timer);
    this.#set({ ...this.#status, running: { reach } });
    const { database, onFault } = this.#parts;
    try {
      const { moves } = await readKept(database);
      const { generation } = database.vault;
      const verified = await this.#verified({ reach, mustBeSealed: await this.#parts.mustBeSealed() });
      // Rows under a key that the run did not have say nothing; what it found of places that changed says nothing either.
      if (
        verified &&
        generation === database.vault.generation &&
        (await keepVerified(database, moves, verified))
      )
        this.#tell(verified.result);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      onFault(problem('OUT-APP-001', { place: 'verifying the log', fault }));
    } finally {
      await this.#readLast().catch(() => undefined);
    }
  }

  /** Ends the run that is under way; what it found is let go. */
  cancel(): void {
    this.#end?.();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.cancel();
    this.#listeners.clear();
  }

  #verified(order: VerifyOrder): Promise<Verified | undefined> {
    return new Promise((resolve, reject) => {
      const stop = this.#parts.startRun(order, (message) => {
        if ('progress' in message) {
          this.#set({ ...this.#status, running: { reach: order.reach, progress: message.progress } });
          return;
        }
        this.#end?.();
        if ('fault' in message) reject(new Error(message.fault));
        else resolve('verified' in message ? message.verified : undefined);
      });
      this.#end = () => {
        this.#end = undefined;
        stop();
        // A message that came before has settled it already, or does so right after this.
        queueMicrotask(() => resolve(undefined));
      };
    });
  }

  #tell({ faults: [first], faultCount }: VerifyResult): void {
    if (!first) return;
    const count = faultCount === 1 ? 'One place' : `${faultCount} places`;
    this.#parts.onFault(problem('OUT-VER-001', { count, first: first.problem.message }));
  }

  async #readLast(): Promise<void> {
    const { verified } = await readKept(this.#parts.database);
    this.#set(verified ? { last: verified.result } : {});
  }

  #set(status: VerificationStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
