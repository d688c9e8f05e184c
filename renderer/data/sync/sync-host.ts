import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { reasonOf } from '../storage-problem.ts';
import type { SyncCall, SyncMessage, SyncStatus } from './protocol.ts';
import type { SyncEngine } from './sync-engine.ts';

/** Answered calls are remembered so long that a repeated one is known; as many as a person can ask for in a while. */
const remembered = 100;

/** The side of the one engine that runs for all windows: answers what any of them asks, and tells all how things stand. */
export class SyncHost {
  readonly #channel: BroadcastChannel;
  readonly #engine: SyncEngine;
  readonly #calls = new Map<string, Promise<SyncMessage>>();
  #status: SyncStatus | undefined;

  /** @param channel `<database>-sync` */
  constructor(channel: string, makeEngine: (onStatus: (status: SyncStatus) => void) => SyncEngine) {
    this.#channel = new BroadcastChannel(channel);
    this.#engine = makeEngine((status) => {
      this.#status = status;
      this.#tell({ status });
    });
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => this.#receive(data);
  }

  /** Windows repeat what they asked before there was somebody to answer. */
  async start(): Promise<void> {
    await this.#engine.start();
    this.#tell({ ready: true });
  }

  close(): void {
    this.#engine.close();
    this.#channel.close();
  }

  #receive(message: SyncMessage): void {
    if ('call' in message) void this.#answer(message);
    else if ('asksStatus' in message && this.#status) this.#tell({ status: this.#status });
  }

  async #answer({ call, request }: SyncCall): Promise<void> {
    const answer =
      this.#calls.get(call) ??
      this.#engine.answer(request).then(
        (result) => ({ answered: call, result }),
        (error: unknown) => ({ answered: call, problem: problemOf(error) }),
      );
    this.#calls.set(call, answer);
    const [oldest] = this.#calls.keys();
    if (this.#calls.size > remembered && oldest !== undefined) this.#calls.delete(oldest);
    this.#tell(await answer);
  }

  #tell(message: SyncMessage): void {
    this.#channel.postMessage(message);
  }
}

function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : problem('OUT-STO-006', { reason: reasonOf(error) });
}
