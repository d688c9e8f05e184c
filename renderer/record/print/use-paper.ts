import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useMarkPaper } from '#renderer/session/shown-markings.ts';
import { highestMarking } from '#shared/definition/marking.ts';
import { MarkingTally } from '../marking-tally.ts';

/** What stands on the sheets of a page: ids of all records that are there or are named there. */
interface OnPaper {
  readonly ids: readonly string[];
  /** Markings that are known without reading the records. */
  readonly markings?: readonly string[];
  /** False while more is being read. */
  readonly isComplete: boolean;
}

/** Marks the sheets with the highest of what stands on them. True once that is known. */
export function usePaper({ ids, markings = [], isComplete }: OnPaper): boolean {
  const data = useData();
  const [found, setFound] = useState<{ readonly key: string; readonly marking: string }>();
  const key = isComplete ? [...new Set(ids)].toSorted().join(' ') : undefined;
  useEffect(() => {
    if (key === undefined) return undefined;
    let isOver = false;
    const tally = new MarkingTally(data);
    void tally.addNamed(key.split(' ')).then(() => {
      if (!isOver) setFound({ key, marking: tally.highest() });
    });
    return () => {
      isOver = true;
    };
  }, [data, key]);
  const isKnown = found !== undefined && found.key === key;
  useMarkPaper(
    isKnown ? highestMarking([found.marking, ...markings].filter((one) => one !== '')) : undefined,
  );
  return isKnown;
}
