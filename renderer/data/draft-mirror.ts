import { hashBytes, toBase64Url } from '#shared/kernel/canonical.ts';
import { encodeUtf8 } from '#shared/kernel/platform.ts';

const prefix = 'outpost.draft.';

interface Sealing {
  readonly sealText: (place: string, text: string) => string;
  readonly openText: (place: string, sealed: string) => string | undefined;
}

/**
 * The newest keystrokes of a draft until the database has them: written at once, so that neither a closed page nor a crash takes them.
 * Encrypted as the database is; where the browser keeps nothing (full, or forbidden), the database's own delay is what a crash costs.
 */
export class DraftMirror {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  readonly #sealing: Sealing;

  constructor(sealing: Sealing, storage = (globalThis as { readonly localStorage?: Storage }).localStorage) {
    this.#sealing = sealing;
    this.#storage = storage;
  }

  put(key: string, value: unknown): void {
    try {
      this.#storage?.setItem(placeOf(key), this.#sealing.sealText(key, JSON.stringify({ value })));
    } catch {
      // The draft itself is written a moment later, and says so where it cannot be.
    }
  }

  take(key: string): { readonly value: unknown } | undefined {
    const sealed = this.#storage?.getItem(placeOf(key));
    const text = typeof sealed === 'string' ? this.#sealing.openText(key, sealed) : undefined;
    return text === undefined ? undefined : (JSON.parse(text) as { readonly value: unknown });
  }

  /** The database has this value; what was typed since stays. */
  settle(key: string, value: unknown): void {
    if (JSON.stringify(this.take(key)?.value) === JSON.stringify(value)) this.drop(key);
  }

  drop(key: string): void {
    this.#storage?.removeItem(placeOf(key));
  }
}

/** The name says nothing of what the draft is about. */
function placeOf(key: string): string {
  return prefix + toBase64Url(hashBytes(encodeUtf8(key)).subarray(0, 16));
}
