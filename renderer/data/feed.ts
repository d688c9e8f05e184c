/** What one commit changed. */
export interface Change {
  /** Arrival number of the newest entry. */
  readonly n: number;
  /** Ids of the records; empty when there were too many to name (bulk). */
  readonly records: readonly string[];
  /** True where configuration records are among them. */
  readonly config: boolean;
}

/** Tells this window and all others what was committed. */
export class ChangeFeed {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<(change: Change) => void>();
  #isClosed = false;

  /** @param name `<database>-changes` */
  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = (event: MessageEvent<Change>) => {
      this.#tell(event.data);
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

  close(): void {
    this.#isClosed = true;
    this.#channel.close();
    this.#listeners.clear();
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
