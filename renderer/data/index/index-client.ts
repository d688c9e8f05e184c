import type { KeyRing } from '#shared/trust/key-ring.ts';
import type {
  IndexAnswers,
  IndexCall,
  IndexKeys,
  IndexReply,
  IndexRequest,
  IndexStart,
  IndexStatus,
  PlainQuery,
} from './protocol.ts';

/** What the client needs of a worker; tests give a port. */
export interface WorkerPort {
  postMessage: (message: IndexStart | IndexKeys | IndexCall) => void;
  onmessage: ((event: MessageEvent<IndexReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate: () => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The page's side of the index worker. */
export class IndexClient {
  readonly #port: WorkerPort;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(status: IndexStatus) => void>();
  #calls = 0;
  #fault: Error | undefined;
  #isRunning = false;

  constructor(port: WorkerPort, start: IndexStart['start']) {
    this.#port = port;
    port.onerror = (event) => {
      // Once it runs it answers every question, faults included.
      if (!this.#isRunning) this.#fail(new Error(`The index did not start: ${event.message}`));
    };
    port.onmessage = (event) => this.#receive(event.data);
    port.postMessage({ start });
  }

  ask<Kind extends IndexRequest['kind']>(
    request: Extract<IndexRequest, { kind: Kind }>,
  ): Promise<IndexAnswers[Kind]> {
    if (this.#fault) return Promise.reject(this.#fault);
    this.#calls += 1;
    const call = this.#calls;
    return new Promise<IndexAnswers[Kind]>((resolve, reject) => {
      this.#waiting.set(call, { resolve: (answer) => resolve(answer as IndexAnswers[Kind]), reject });
      this.#port.postMessage({ call, request });
    });
  }

  /** Ids of the records of a type whose field names one. */
  pointingAt(type: string, by: string, id: string): Promise<readonly string[]> {
    return this.#idsOf({ type, where: [{ column: by, in: [id] }] });
  }

  /** Ids of all records of a type. */
  idsOf(type: string): Promise<readonly string[]> {
    return this.#idsOf({ type, where: [] });
  }

  async #idsOf(query: PlainQuery): Promise<readonly string[]> {
    const page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
    return (await this.ask<'ids'>({ kind: 'ids', query, page, atLeast: Infinity })).ids;
  }

  /** The device goes on with other keys. */
  takeKeys(ring: KeyRing): void {
    this.#port.postMessage({ ring });
  }

  /** Told whenever the index knows something new. */
  subscribe(listener: (status: IndexStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#port.terminate();
    this.#fail(new Error('The workspace is closed.'));
  }

  /** Nobody waits for an answer that cannot come. */
  #fail(fault: Error): void {
    this.#fault = fault;
    for (const { reject } of this.#waiting.values()) reject(fault);
    this.#waiting.clear();
  }

  #receive(reply: IndexReply): void {
    this.#isRunning = true;
    if ('news' in reply) {
      for (const listener of this.#listeners) listener(reply.news);
      return;
    }
    const waiting = this.#waiting.get(reply.call);
    this.#waiting.delete(reply.call);
    if ('fault' in reply) waiting?.reject(new Error(reply.fault));
    else waiting?.resolve(reply.answer);
  }
}
