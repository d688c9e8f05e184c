import { useMemo } from 'react';
import { useTailorings } from '#renderer/library/use-tailorings.ts';
import { desmf } from '#resources/library/desmf.ts';
import texts from '#resources/library/indicators.json';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import { indicatorsSchema } from '#shared/library/indicators.ts';
import { tailorProcess } from '#shared/library/tailor.ts';

const indicators = new Map(
  indicatorsSchema.parse(texts).map(({ code, outcomes }) => [code.replace('PA ', ''), outcomes]),
);

/** What the reference model says there is to rate, as this unit tailored it, live. */
export function useItemSource(): ItemSource {
  const tailorings = useTailorings();
  return useMemo(() => {
    const outcomes = new Map(
      desmf.processes.map((process) => [
        process.code,
        tailorProcess(process, tailorings).outcomes.filter(({ notApplicable }) => !notApplicable),
      ]),
    );
    return {
      outcomes: (process) => outcomes.get(process) ?? [],
      indicators: (attribute) => indicators.get(attribute) ?? [],
    };
  }, [tailorings]);
}
