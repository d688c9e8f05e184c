import { KeyChange, type KeyChangeParts } from './key-change.ts';

/** With the browser's locks, which end with their window: each says which key it began to write with. */
export function startKeyChange(
  parts: Omit<KeyChangeParts, 'exclusively' | 'hasOlderWriter'>,
  locks: LockManager = navigator.locks,
): KeyChange {
  const { name } = parts.database;
  const writes = `${name}-writes-`;
  void locks.request(`${writes}${parts.device.vault.generation}`, { mode: 'shared' }, untilTheWindowEnds);
  return new KeyChange({
    ...parts,
    exclusively: (work) => locks.request(`${name}-key-change`, work),
    hasOlderWriter: async (generation) => {
      const { held = [] } = await locks.query();
      return held.some((lock) => {
        const known = lock.name?.startsWith(writes) ? Number(lock.name.slice(writes.length)) : generation;
        return known < generation;
      });
    },
  });
}

const untilTheWindowEnds = () => new Promise<never>(() => undefined);
