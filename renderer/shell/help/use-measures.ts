import { useEffect, useState } from 'react';
import { useData, type Data } from '#renderer/data/data.ts';
import type { Measure, Metric } from '#shared/definition/process.ts';

async function measure(data: Data, { query, of }: Measure): Promise<number> {
  if (!of) return (await data.counts([query]))[0] ?? 0;
  return (await data.summary(query, undefined, of))[0]?.value ?? 0;
}

async function measureAll(data: Data, metric: Metric): Promise<Readonly<Record<string, number>>> {
  const values = await Promise.all(
    Object.entries(metric.measures).map(async ([name, one]) => [name, await measure(data, one)] as const),
  );
  return Object.fromEntries(values);
}

/** The measures of a metric, live; undefined until they are known. */
export function useMeasures(metric: Metric): Readonly<Record<string, number>> | undefined {
  const data = useData();
  const [values, setValues] = useState<Readonly<Record<string, number>>>();
  useEffect(() => {
    let isCurrent = true;
    const again = () =>
      void measureAll(data, metric).then(
        (measured) => isCurrent && setValues(measured),
        // The index is being rebuilt; it tells when it is there.
        () => undefined,
      );
    again();
    const stop = data.onIndexed(again);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [data, metric]);
  return values;
}
