import type { Lookup } from '#shared/import/resolve.ts';
import type { FromWorker, ImportAnswers, ImportRequest, Progress, ToWorker } from './protocol.ts';
import { Refusal } from './refusal.ts';

/** What the client needs of a worker; tests give their own. */
export interface ImportPort {
  postMessage: (message: ToWorker) => void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  terminate: () => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** A call that is under way. */
export interface ImportCall<Answer> {
  /** @throws Refusal with the problems. */
  readonly answer: Promise<Answer>;
  readonly cancel: () => void;
}

/** The page's side of an import: one worker for one file. */
export class ImportClient {
  readonly #port: ImportPort;
  readonly #find: Lookup['find'];
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;

  constructor(port: ImportPort, find: Lookup['find']) {
    this.#port = port;
    this.#find = find;
    port.onmessage = (event) => this.#receive(event.data);
  }

  ask<Kind extends ImportRequest['kind']>(
    request: Extract<ImportRequest, { kind: Kind }>,
    onProgress?: (progress: Progress) => void,
  ): ImportCall<ImportAnswers[Kind]> {
    this.#calls += 1;
    const call = this.#calls;
    const answer = new Promise<ImportAnswers[Kind]>((resolve, reject) => {
      this.#waiting.set(call, {
        resolve: (value) => resolve(value as ImportAnswers[Kind]),
        reject,
        onProgress,
      });
      this.#port.postMessage({ call, request });
    });
    return { answer, cancel: () => this.#port.postMessage({ cancel: call }) };
  }

  close(): void {
    this.#port.terminate();
  }

  #receive(message: FromWorker): void {
    if ('find' in message) {
      void this.#answerFind(message);
      return;
    }
    const waiting = this.#waiting.get(message.call);
    if ('progress' in message) {
      waiting?.onProgress?.(message.progress);
      return;
    }
    this.#waiting.delete(message.call);
    if ('problems' in message) waiting?.reject(new Refusal(message.problems));
    else waiting?.resolve(message.answer);
  }

  async #answerFind(asked: Extract<FromWorker, { find: number }>): Promise<void> {
    const { find, type, column, values, under } = asked;
    const records = await this.#find(type, column, values, under);
    this.#port.postMessage({ found: find, records });
  }
}
