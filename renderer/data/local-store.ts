import { fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import { encodeUtf8 } from '#shared/kernel/platform.ts';
import type { OutpostDatabase } from './database.ts';
import { DraftMirror } from './draft-mirror.ts';

const preferencePrefix = 'preference:';

/** What a person typed and has not saved; kept on the device so that a crash loses none of it. */
export interface Draft<Value> {
  readonly value: Value;
  /** Epoch ms. */
  readonly savedAt: number;
}

/** Drafts, settings and shown notices of this device: never in the log, never sent. */
export class LocalStore {
  readonly #database: OutpostDatabase;
  readonly #mirror: DraftMirror;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(database: OutpostDatabase) {
    this.#database = database;
    this.#mirror = new DraftMirror(this);
  }

  async getDraft<Value>(key: string): Promise<Draft<Value> | undefined> {
    const unsaved = this.#mirror.take(key);
    if (unsaved) await this.saveDraft(key, unsaved.value);
    const row = await this.#database.drafts.get(key);
    return row && { value: row.value as Value, savedAt: row.savedAt };
  }

  /** Keeps what was typed until `saveDraft` has it on the disk. */
  holdDraft(key: string, value: unknown): void {
    this.#mirror.put(key, value);
  }

  /** Puts a draft that an earlier version kept without a person under its new key, for whoever asks first. */
  async adoptDraft<Value>(
    former: string,
    key: string,
  ): Promise<{ value: Value; savedAt: number } | undefined> {
    const { drafts } = this.#database;
    return this.#database.transaction('rw', drafts, async () => {
      const row = await drafts.get(former);
      if (!row) return undefined;
      await drafts.put({ ...row, key });
      await drafts.delete(former);
      return { value: row.value as Value, savedAt: row.savedAt };
    });
  }

  async saveDraft(key: string, value: unknown): Promise<void> {
    await this.#database.drafts.put({ key, value, savedAt: Date.now() });
    this.#mirror.settle(key, value);
  }

  async discardDraft(key: string): Promise<void> {
    this.#mirror.drop(key);
    await this.#database.drafts.delete(key);
  }

  async getPreference<Value>(key: string): Promise<Value | undefined> {
    return (await this.#database.meta.get(preferencePrefix + key))?.value as Value | undefined;
  }

  async setPreference(key: string, value: unknown): Promise<void> {
    await this.#database.meta.put({ key: preferencePrefix + key, value });
    for (const listener of this.#listeners.get(key) ?? []) listener();
  }

  /** Told when a setting was changed in this window. */
  onPreference(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** A text that stands outside the database, encrypted: the browser keeps addresses for years. */
  sealText(place: string, text: string): string {
    return toBase64Url(this.#database.vault.seal(place, encodeUtf8(text)));
  }

  /** Undefined where it is no sealed text, or was sealed with a key that is gone. */
  openText(place: string, sealed: string): string | undefined {
    const bytes = fromBase64Url(sealed);
    if (!bytes) return undefined;
    try {
      return new TextDecoder().decode(this.#database.vault.open(place, bytes));
    } catch {
      return undefined;
    }
  }

  /** Marks a notice as shown. Returns true for the first window that does. */
  async claimNotice(key: string): Promise<boolean> {
    const { notices } = this.#database;
    return this.#database.transaction('rw', notices, async () => {
      if (await notices.get(key)) return false;
      await notices.add({ key, shownAt: Date.now() });
      return true;
    });
  }
}
