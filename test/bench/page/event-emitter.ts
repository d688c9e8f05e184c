type Listener = (...args: readonly unknown[]) => void;

// PouchDB makes its objects without calling the constructor, so nothing may be set up there.
const listeners = new WeakMap<object, Map<string, Listener[]>>();

function listenersOf(emitter: object): Map<string, Listener[]> {
  let own = listeners.get(emitter);
  if (!own) {
    own = new Map();
    listeners.set(emitter, own);
  }
  return own;
}

/** What PouchDB uses of Node's `events`, which it expects a bundler to bring. */
export class EventEmitter {
  on(event: string, listener: Listener): this {
    listenersOf(this).set(event, [...this.listeners(event), listener]);
    return this;
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  once(event: string, listener: Listener): this {
    const once: Listener = (...args) => {
      this.removeListener(event, once);
      listener.apply(this, args as unknown[]);
    };
    return this.on(event, once);
  }

  removeListener(event: string, listener: Listener): this {
    listenersOf(this).set(
      event,
      this.listeners(event).filter((other) => other !== listener),
    );
    return this;
  }

  removeAllListeners(event?: string): this {
    if (event === undefined) listenersOf(this).clear();
    else listenersOf(this).delete(event);
    return this;
  }

  listeners(event: string): readonly Listener[] {
    return listenersOf(this).get(event) ?? [];
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

// PouchDB copies the methods by name, which it can only where they are listed.
for (const name of Object.getOwnPropertyNames(EventEmitter.prototype)) {
  if (name !== 'constructor') Object.defineProperty(EventEmitter.prototype, name, { enumerable: true });
}

export { EventEmitter as default };
