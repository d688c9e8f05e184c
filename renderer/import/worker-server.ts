import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { FoundRecord, Lookup } from '#shared/import/resolve.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { Vault } from '#shared/trust/vault.ts';
import { storageProblem } from '#renderer/data/storage-problem.ts';
import { openDatabaseWorkspace } from './database-workspace.ts';
import { ImportSession, type Watch } from './import-session.ts';
import type { FromWorker, ImportAnswers, ImportRequest, ToWorker } from './protocol.ts';
import type { ByteSource } from './read/byte-source.ts';
import { Refusal } from './refusal.ts';

const progressEvery = 100;

/** The worker's side of an import: answers calls one by one, stops them when told to. */
export class WorkerServer {
  readonly #post: (message: FromWorker) => void;
  readonly #catalogue: Catalogue;
  readonly #openFile: (file: File) => ByteSource;
  readonly #running = new Map<number, AbortController>();
  readonly #asked = new Map<number, (records: readonly FoundRecord[]) => void>();
  #session: ImportSession | undefined;
  #file = '';
  #finds = 0;

  constructor(
    post: (message: FromWorker) => void,
    catalogue: Catalogue,
    openFile: (file: File) => ByteSource,
  ) {
    this.#post = post;
    this.#catalogue = catalogue;
    this.#openFile = openFile;
  }

  receive(message: ToWorker): void {
    if ('cancel' in message) this.#running.get(message.cancel)?.abort();
    else if ('found' in message) {
      this.#asked.get(message.found)?.(message.records);
      this.#asked.delete(message.found);
    } else void this.#answer(message.call, message.request);
  }

  async #answer(call: number, request: ImportRequest): Promise<void> {
    const controller = new AbortController();
    this.#running.set(call, controller);
    try {
      const answer = await this.#perform(request, this.#watch(call, controller.signal));
      this.#post({ call, answer });
    } catch (error) {
      const cancelled = problem('OUT-IMP-010', { file: this.#file });
      this.#post({ call, problems: controller.signal.aborted ? [cancelled] : problemsOf(error) });
    } finally {
      this.#running.delete(call);
    }
  }

  async #perform(request: ImportRequest, watch: Watch): Promise<ImportAnswers[keyof ImportAnswers]> {
    if (request.kind === 'open') {
      const { file, database, ring, actor } = request;
      this.#file = file.name;
      const workspace = await openDatabaseWorkspace(
        { name: database, vault: new Vault(ring) },
        this.#catalogue,
        actor,
      );
      const source = this.#openFile(file);
      const find: Lookup['find'] = (...asked) => this.#find(...asked);
      this.#session = new ImportSession({
        source,
        catalogue: this.#catalogue,
        workspace,
        find,
        actor,
        now: () => Date.now(),
      });
      return undefined;
    }
    const session = this.#session;
    if (!session) throw new Error('The import was asked before a file was opened.');
    switch (request.kind) {
      case 'inspect':
        return session.inspect(request.form);
      case 'survey':
        return session.survey(request.template, watch);
      case 'dryRun':
        return session.dryRun(request.template, watch);
      case 'commit':
        return session.commit(request.template, watch);
    }
  }

  #watch(call: number, signal: AbortSignal): Watch {
    let last = 0;
    return {
      signal,
      onProgress: (progress) => {
        const now = performance.now();
        if (now - last < progressEvery && progress.done < progress.total) return;
        last = now;
        this.#post({ call, progress });
      },
    };
  }

  #find(...[type, column, values, under]: Parameters<Lookup['find']>): ReturnType<Lookup['find']> {
    this.#finds += 1;
    const find = this.#finds;
    return new Promise((resolve) => {
      this.#asked.set(find, resolve);
      this.#post({ find, type, column, values, ...(under === undefined ? {} : { under }) });
    });
  }
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  if (error instanceof ProblemError) return [error.problem];
  if (
    error instanceof DOMException ||
    (error instanceof Error && error.name.endsWith('Error') && 'inner' in error)
  ) {
    return [storageProblem(error)];
  }
  const fault = error instanceof Error ? error.message : String(error);
  return [problem('OUT-APP-001', { place: 'the import', fault })];
}
