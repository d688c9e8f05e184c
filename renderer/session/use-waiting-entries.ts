import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data.ts';

/** Number of entries on this device that went nowhere yet; undefined until counted. */
export function useWaitingEntries(): number | undefined {
  const data = useData();
  const [entries, setEntries] = useState<number>();
  useEffect(() => {
    let isCurrent = true;
    const count = () =>
      void data.waitingEntries().then(
        (waiting) => isCurrent && setEntries(waiting),
        // The database is gone or closing, which the page says elsewhere.
        () => undefined,
      );
    count();
    const stop = data.onChange(count);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [data]);
  return entries;
}
