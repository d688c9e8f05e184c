import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { hasCode, reasonOf } from './reason.ts';

export interface SecretsParts {
  readonly safeStorage: Pick<
    SafeStorage,
    'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
  >;
  readonly folder: string;
  readonly platform: NodeJS.Platform;
}

/** Secrets in one file each, encrypted with a key that the operating system keeps. */
export class Secrets {
  readonly #parts: SecretsParts;

  constructor(parts: SecretsParts) {
    this.#parts = parts;
  }

  /** Why secrets cannot be kept here, or `undefined` when they can. */
  async refusal(): Promise<string | undefined> {
    const { safeStorage, platform } = this.#parts;
    const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
    // With this backend Electron encrypts under a password that stands in its source: anyone can read it.
    if (backend === 'basic_text') return 'its desktop has no key ring.';
    if (backend === 'unknown') return 'its key ring could not be identified.';
    return (await safeStorage.isAsyncEncryptionAvailable())
      ? undefined
      : 'its key store is locked or missing.';
  }

  /** Resolves after the secret is on the disk. @throws OUT-SHL-004 */
  async set(name: string, value: string): Promise<void> {
    await this.#demand();
    await mkdir(this.#parts.folder, { recursive: true, mode: 0o700 });
    await writeDurably(this.#path(name), await this.seal(value), 0o600);
  }

  /** Encrypts what somebody else keeps. @throws OUT-SHL-004 */
  async seal(text: string): Promise<Buffer> {
    await this.#demand();
    return this.#parts.safeStorage.encryptStringAsync(text);
  }

  /** Opens what `seal` made. @param name of it, for people. @throws OUT-SHL-004, OUT-SHL-005 */
  async unseal(name: string, sealed: Buffer): Promise<string> {
    await this.#demand();
    try {
      return (await this.#parts.safeStorage.decryptStringAsync(sealed)).result;
    } catch (error) {
      throw new ProblemError(problem('OUT-SHL-005', { name, reason: reasonOf(error) }), { cause: error });
    }
  }

  /** `null` when there is no such secret. @throws OUT-SHL-004, OUT-SHL-005 */
  async get(name: string): Promise<string | null> {
    await this.#demand();
    try {
      const encrypted = await readFile(this.#path(name));
      const { result, shouldReEncrypt } = await this.#parts.safeStorage.decryptStringAsync(encrypted);
      if (shouldReEncrypt) await this.set(name, result);
      return result;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw new ProblemError(problem('OUT-SHL-005', { name, reason: reasonOf(error) }), { cause: error });
    }
  }

  /** Also where secrets cannot be read any more. */
  async remove(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
    await syncFolder({ open }, this.#parts.folder).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error;
    });
  }

  async #demand(): Promise<void> {
    const reason = await this.refusal();
    if (reason !== undefined) throw new ProblemError(problem('OUT-SHL-004', { reason }));
  }

  /** The prefix keeps a name from being one that Windows reserves. */
  #path(name: string): string {
    return join(this.#parts.folder, `secret-${name}.bin`);
  }
}
