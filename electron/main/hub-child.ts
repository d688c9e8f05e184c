import { fromHubSchema, type FromHub, type ReadyMessage, type ToHub } from '#shared/contracts/hub-process.ts';
import { isProblemCode, problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import type { HostedHubCode } from '#shared/contracts/bridge.ts';

interface Output {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
}

/** The part of Electron's UtilityProcess that this needs. */
export interface HubProcess {
  readonly pid: number | undefined;
  readonly stdout: Output | null;
  readonly stderr: Output | null;
  postMessage(message: unknown): void;
  kill(): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  /** Without a code where a signal ended it. */
  on(event: 'exit', listener: (code: number | null) => void): unknown;
}

/** As Electron's `utilityProcess.fork`. */
export type ForkHub = (
  modulePath: string,
  args: string[],
  options: { env: Record<string, string>; stdio: 'pipe'; serviceName: string },
) => HubProcess;

/** Longer than the hub gives to running requests. */
const stopMilliseconds = 20_000;

/** One run of the hub's process. */
export class HubChild {
  readonly #process: HubProcess;
  readonly #calls = new Map<
    number,
    { resolve: (code: HostedHubCode) => void; reject: (error: Error) => void }
  >();
  #lastCall = 0;
  #failure: Problem | undefined;
  #hasEnded = false;
  /** When it listens. @throws ProblemError as the hub says, or OUT-SHL-010. */
  readonly ready: Promise<ReadyMessage>;
  /** Why it ended: as it says, or with its exit code. */
  readonly ended: Promise<Problem>;

  constructor(process: HubProcess, log: (text: string) => void) {
    this.#process = process;
    process.stderr?.on('data', (chunk) => log(chunk.toString()));
    // Unread, it would fill up and hold the process up.
    process.stdout?.on('data', () => undefined);
    this.ended = new Promise((resolve) => {
      process.on('exit', (code) => {
        this.#hasEnded = true;
        const why =
          this.#failure ??
          problem('OUT-SHL-010', { reason: code === null ? 'by a signal' : `exit code ${code}` });
        for (const { reject } of this.#calls.values()) reject(new ProblemError(problem('OUT-SHL-011')));
        this.#calls.clear();
        resolve(why);
      });
    });
    this.ready = new Promise((resolve, reject) => {
      process.on('message', (data) => {
        const read = fromHubSchema.safeParse(data);
        if (!read.success) return;
        if (read.data.type === 'ready') resolve(read.data);
        else this.#take(read.data);
      });
      void this.ended.then((why) => reject(new ProblemError(why)));
    });
    // Whoever waits for it is told; nobody has to.
    this.ready.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  newCode(label: string): Promise<HostedHubCode> {
    if (this.#hasEnded) throw new ProblemError(problem('OUT-SHL-011'));
    this.#lastCall += 1;
    const call = this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#calls.set(call, { resolve, reject });
      this.#tell({ type: 'askCode', call, label });
    });
  }

  /** Resolves when it has ended: gently where it listens already, at once where it does not, by force where it takes too long. */
  async stop(isReady: boolean): Promise<void> {
    if (this.#hasEnded) return;
    if (isReady) this.#tell('stop');
    else this.#process.kill();
    const force = setTimeout(() => this.#force(), stopMilliseconds);
    await this.ended;
    clearTimeout(force);
  }

  #take(message: Exclude<FromHub, ReadyMessage>): void {
    if (message.type === 'failed') {
      this.#failure = knownProblem(message.problem);
      return;
    }
    const { call, code, expiresAt, problem: fault } = message;
    const waiting = this.#calls.get(call);
    this.#calls.delete(call);
    if (code !== undefined && expiresAt !== undefined) waiting?.resolve({ code, expiresAt });
    else waiting?.reject(new ProblemError(fault ? knownProblem(fault) : problem('OUT-SHL-011')));
  }

  #tell(message: ToHub): void {
    this.#process.postMessage(message);
  }

  #force(): void {
    const { pid } = this.#process;
    try {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }
}

function knownProblem({
  code,
  message,
  next,
}: {
  code: string;
  message: string;
  next?: string | undefined;
}): Problem {
  if (!isProblemCode(code)) return problem('OUT-SHL-010', { reason: message });
  return { code, message, ...(next === undefined ? {} : { next }) };
}
