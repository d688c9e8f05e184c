type Listener = (...args: readonly unknown[]) => void;

/** What PouchDB uses of Node's `events`, which it expects a bundler to bring. */
export class EventEmitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...this.listeners(event), listener]);
    return this;
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  once(event: string, listener: Listener): this {
    const once: Listener = (...args) => {
      this.removeListener(event, once);
      listener(...args);
    };
    return this.on(event, once);
  }

  removeListener(event: string, listener: Listener): this {
    this.#listeners.set(
      event,
      this.listeners(event).filter((other) => other !== listener),
    );
    return this;
  }

  removeAllListeners(event?: string): this {
    if (event === undefined) this.#listeners.clear();
    else this.#listeners.delete(event);
    return this;
  }

  listeners(event: string): readonly Listener[] {
    return this.#listeners.get(event) ?? [];
  }

  listenerCount(event: string): number {
    return this.listeners(event).length;
  }

  setMaxListeners(): this {
    return this;
  }

  emit(event: string, ...args: readonly unknown[]): boolean {
    for (const listener of this.listeners(event)) listener.apply(this, args as unknown[]);
    return this.listenerCount(event) > 0;
  }
}

export { EventEmitter as default };
