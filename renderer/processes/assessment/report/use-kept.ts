import { useEffect, useState } from 'react';
import { useConfig, useData } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { readTaken, type TakenResult } from './taken-result.ts';

interface Kept {
  readonly taken?: TakenResult;
  readonly fault?: Problem;
}

/** The result that the file of a record holds, checked anew; a fault where it is not here or was altered. */
export function useKept(record: RecordView): Kept {
  const data = useData();
  // Accounts say which keys are known here.
  const config = useConfig();
  const [kept, setKept] = useState<Kept>({});
  const file = record.attachments?.[0];
  const [name, hash] = [file?.name ?? '', file?.hash];
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<Kept> => {
      if (hash === undefined) return { fault: problem('OUT-ATT-006') };
      try {
        const result = await readTaken(data.signing, name, await data.attachments.read(hash));
        return result.ok ? { taken: result.value } : { fault: result.error };
      } catch (error) {
        if (error instanceof ProblemError) return { fault: error.problem };
        throw error;
      }
    };
    void read().then((found) => {
      if (!isOver) setKept(found);
    });
    return () => {
      isOver = true;
    };
  }, [data, config, name, hash]);
  return kept;
}
