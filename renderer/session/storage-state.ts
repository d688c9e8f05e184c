import { useEffect, useState } from 'react';

export interface StorageState {
  /** The browser promised not to clear the data of its own accord; undefined while it is asked. */
  readonly isPersistent: boolean | undefined;
  /** Bytes. */
  readonly used: number | undefined;
  readonly free: number | undefined;
}

const unknown: StorageState = { isPersistent: undefined, used: undefined, free: undefined };

/** Asks that the data be kept, and says how it stands. */
export async function readStorageState(manager: StorageManager | undefined): Promise<StorageState> {
  // A page that is not served securely has none.
  if (!manager) return { ...unknown, isPersistent: false };
  const isPersistent = (await manager.persisted()) || (await manager.persist());
  const { usage, quota } = await manager.estimate();
  return {
    isPersistent,
    used: usage,
    free: quota === undefined || usage === undefined ? undefined : quota - usage,
  };
}

export function useStorageState(): StorageState {
  const [state, setState] = useState(unknown);
  useEffect(() => {
    let isCurrent = true;
    readStorageState(navigator.storage).then(
      (read) => isCurrent && setState(read),
      () => isCurrent && setState({ ...unknown, isPersistent: false }),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return state;
}

/** `4.2 GB`, `310 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : String(Math.round(value))} ${units[step] ?? ''}`;
}
