import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { SavedFilter } from '#shared/definition/query.ts';
import { problem } from '#shared/kernel/errors.ts';
import { useData } from './context.ts';
import { readProblem, storageProblem } from './storage-problem.ts';

/**
 * What was typed under a key and not saved. `save` is called with every change: it is held at once and written shortly after, so neither a
 * closed page nor a crash loses it.
 */
export function useDraft<Value>(name: string): {
  readonly draft: Value | undefined;
  readonly savedAt: number | undefined;
  readonly isLoaded: boolean;
  readonly save: (value: Value) => void;
  readonly discard: () => Promise<void>;
} {
  const data = useData();
  const { local } = data;
  const key = useOwnKey(name);
  const [found, setFound] = useState<{ key: string; value?: Value; savedAt?: number } | undefined>();
  const pending = useMemo(
    () =>
      new PendingDraft(local, key, (error) => {
        data.tellFault(problem('OUT-DRF-003', { reason: storageProblem(error).message }));
      }),
    [data, local, key],
  );
  useEffect(() => {
    let isOver = false;
    const read = async () =>
      (await local.getDraft<Value>(key)) ??
      (key === name ? undefined : await local.adoptDraft<Value>(name, key));
    read().then(
      (draft) => {
        if (!isOver) setFound({ key, ...draft });
      },
      (error: unknown) => data.tellFault(readProblem(error)),
    );
    const flush = () => {
      void pending.flush();
    };
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [data, local, name, key, pending]);
  const save = useCallback((value: Value) => pending.set(value), [pending]);
  const discard = useCallback(async () => {
    await pending.discard();
    setFound({ key });
  }, [pending, key]);
  const isLoaded = found?.key === key;
  return {
    draft: isLoaded ? found.value : undefined,
    savedAt: isLoaded ? found.savedAt : undefined,
    isLoaded,
    save,
    discard,
  };
}

/** Whoever comes to the desk next finds no draft of somebody else, who may see more. Before anybody signs in, the name alone. */
function useOwnKey(name: string): string {
  const data = useData();
  const person = useSyncExternalStore(
    useCallback((again: () => void) => data.onActor(again), [data]),
    () => data.actor?.id,
  );
  return person === undefined ? name : `${person}:${name}`;
}

const writeDelay = 250;

/** The newest unsaved value of a draft, written a moment after the last keystroke. */
class PendingDraft {
  readonly #local: ReturnType<typeof useData>['local'];
  readonly #key: string;
  readonly #onFault: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #value: { readonly value: unknown } | undefined;

  constructor(local: ReturnType<typeof useData>['local'], key: string, onFault: (error: unknown) => void) {
    this.#local = local;
    this.#key = key;
    this.#onFault = onFault;
  }

  set(value: unknown): void {
    this.#value = { value };
    this.#local.holdDraft(this.#key, value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.flush();
    }, writeDelay);
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const waiting = this.#value;
    this.#value = undefined;
    if (!waiting) return;
    try {
      await this.#local.saveDraft(this.#key, waiting.value);
    } catch (error) {
      // It is on the page still, and is tried again with the next change or when the page is hidden.
      this.#value ??= waiting;
      this.#onFault(error);
    }
  }

  async discard(): Promise<void> {
    clearTimeout(this.#timer);
    this.#value = undefined;
    await this.#local.discardDraft(this.#key);
  }
}

/** A setting of this device; the same in all parts of the page that use its key. */
export function usePreference<Value>(
  key: string,
  standard: Value,
): readonly [Value, (value: Value) => void, boolean] {
  const { local } = useData();
  const [stored, setStored] = useState<{ readonly value: Value | undefined } | undefined>();
  useEffect(() => {
    let isOver = false;
    const read = () =>
      local.getPreference<Value>(key).then((value) => {
        if (!isOver) setStored({ value });
      });
    void read();
    const unsubscribe = local.onPreference(key, () => void read());
    return () => {
      isOver = true;
      unsubscribe();
    };
  }, [local, key]);
  const set = useCallback(
    (value: Value) => {
      setStored({ value });
      void local.setPreference(key, value);
    },
    [local, key],
  );
  return [stored?.value ?? standard, set, stored !== undefined];
}

const noFilters: readonly SavedFilter[] = [];

/** The filters of a record type: the declared ones, then those people saved on this device. */
export function useSavedFilters(type: string): {
  readonly filters: readonly SavedFilter[];
  readonly own: readonly SavedFilter[];
  readonly save: (filter: SavedFilter) => void;
  readonly remove: (id: string) => void;
} {
  const data = useData();
  const [own, setOwn] = usePreference<readonly SavedFilter[]>(`filters:${type}`, noFilters);
  const declared = data.catalogue.type(type)?.views.filters ?? noFilters;
  const save = useCallback(
    (filter: SavedFilter) => setOwn([...own.filter((other) => other.id !== filter.id), filter]),
    [own, setOwn],
  );
  const remove = useCallback((id: string) => setOwn(own.filter((other) => other.id !== id)), [own, setOwn]);
  return { filters: useMemo(() => [...declared, ...own], [declared, own]), own, save, remove };
}
