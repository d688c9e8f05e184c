import { useEffect, useState } from 'react';
import { readProblem, useData } from '#renderer/data/data.ts';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import { indicatorsSchema } from '#shared/library/indicators.ts';

let shipped: Promise<ItemSource> | undefined;

/** What the shipped reference model says there is to rate; it is fetched when it is first asked for. Undefined until then. */
export function useItemSource(): ItemSource | undefined {
  const data = useData();
  const [source, setSource] = useState<ItemSource>();
  useEffect(() => {
    shipped ??= load();
    shipped.then(setSource, (error: unknown) => data.tellFault(readProblem(error)));
  }, [data]);
  return source;
}

async function load(): Promise<ItemSource> {
  const [{ desmfModel }, { default: texts }] = await Promise.all([
    import('#resources/library/desmf.ts'),
    import('#resources/library/indicators.json'),
  ]);
  const outcomes = new Map(desmfModel().processes.map(({ code, outcomes: own }) => [code, own]));
  const indicators = new Map(
    indicatorsSchema.parse(texts).map(({ code, outcomes: own }) => [code.replace('PA ', ''), own]),
  );
  return {
    outcomes: (process) => outcomes.get(process) ?? [],
    indicators: (attribute) => indicators.get(attribute) ?? [],
  };
}
