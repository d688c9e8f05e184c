import { appendFile, rename, stat } from 'node:fs/promises';

/** Bytes of the file, and of the one before it. */
const mostBytes = 512 * 1024;

/** What the hosted hub says, in one file that begins anew when it is full; the full one is kept beside it. */
export class HubLog {
  readonly #path: string;
  readonly #most: number;
  #size: number | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, most = mostBytes) {
    this.#path = path;
    this.#most = most;
  }

  /** In the order of the calls. A log that cannot be written holds nothing up. */
  write(text: string): void {
    this.#writing = this.#writing.then(() => this.#append(Buffer.from(text))).catch(() => undefined);
  }

  /** What was written is in the file. */
  async end(): Promise<void> {
    await this.#writing;
  }

  async #append(bytes: Buffer): Promise<void> {
    this.#size ??= await stat(this.#path).then(
      ({ size }) => size,
      () => 0,
    );
    if (this.#size > 0 && this.#size + bytes.length > this.#most) {
      await rename(this.#path, `${this.#path}.1`);
      this.#size = 0;
    }
    await appendFile(this.#path, bytes.subarray(0, this.#most), { mode: 0o600 });
    this.#size += bytes.length;
  }
}
