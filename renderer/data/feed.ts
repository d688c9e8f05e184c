/** What one commit changed. */
export interface Change {
  /** Arrival number of the newest entry. */
  readonly n: number;
  /** Ids of the records; empty when there were too many to name (bulk). */
  readonly records: readonly string[];
  /** True where configuration records are among them. */
  readonly config: boolean;
}

/** A window that was overtaken asks the others to take turns with it. */
interface TurnsPlease {
  readonly turns: true;
}

/** Tells this window and all others what was committed. */
export class ChangeFeed {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #turnListeners = new Set<() => void>();
  #isClosed = false;

  /** @param name `<database>-changes` */
  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Change | TurnsPlease>) => {
      if (!('turns' in data)) this.#tell(data);
      else for (const listener of this.#turnListeners) listener();
    };
  }

  publish(change: Change): void {
    if (this.#isClosed) return;
    this.#channel.postMessage(change);
    this.#tell(change);
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the writers of all other windows to take turns for a while. */
  askForTurns(): void {
    if (!this.#isClosed) this.#channel.postMessage({ turns: true } satisfies TurnsPlease);
  }

  onTurnsAsked(listener: () => void): () => void {
    this.#turnListeners.add(listener);
    return () => this.#turnListeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#channel.close();
    this.#listeners.clear();
    this.#turnListeners.clear();
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
