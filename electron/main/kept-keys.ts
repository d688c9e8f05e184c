import type { Journal } from './journal/journal.ts';
import type { Secrets } from './secrets.ts';

/** Stands before what is encrypted; ways in that are kept as they are begin with a bracket. */
const mark = 'safe-storage/1 ';

/**
 * The ways in beside the journal. Where the computer has a real key store they are encrypted with its key too, so that a copy of the disk
 * does not even show what to guess at. With the plain-text fallback they are kept as they are: they open with a passphrase only.
 */
export class KeptKeys {
  readonly #journal: Promise<Pick<Journal, 'keepKeys' | 'keptKeys'>>;
  readonly #secrets: Pick<Secrets, 'refusal' | 'seal' | 'unseal'>;

  constructor(
    journal: Promise<Pick<Journal, 'keepKeys' | 'keptKeys'>>,
    secrets: Pick<Secrets, 'refusal' | 'seal' | 'unseal'>,
  ) {
    this.#journal = journal;
    this.#secrets = secrets;
  }

  async keep(text: string): Promise<void> {
    const isReal = (await this.#secrets.refusal()) === undefined;
    const kept = isReal ? mark + (await this.#secrets.seal(text)).toString('base64') : text;
    await (await this.#journal).keepKeys(kept);
  }

  /** @throws OUT-SHL-004, OUT-SHL-005 where the key store that they were kept with is not there. */
  async kept(): Promise<string | null> {
    const kept = await (await this.#journal).keptKeys();
    if (kept === null) return null;
    if (kept.startsWith(mark)) {
      return this.#secrets.unseal(
        'the keys beside the journal',
        Buffer.from(kept.slice(mark.length), 'base64'),
      );
    }
    // Kept by an earlier version, or while there was no key store.
    if ((await this.#secrets.refusal()) === undefined) await this.keep(kept);
    return kept;
  }
}
