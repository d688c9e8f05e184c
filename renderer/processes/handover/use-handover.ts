import { useEffect, useState } from 'react';
import { useData, type Data } from '#renderer/data/data.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { deskTypes } from '../desk/desk-queries.ts';
import { candidates, majors, typeHandover, waitingNow, type TypeHandover } from './handover.ts';
import type { Period } from './period.ts';

export interface TypeReport extends TypeHandover {
  readonly majors: readonly RecordView[];
  readonly waiting: readonly RecordView[];
}

export interface HandoverReport {
  readonly types: readonly TypeReport[];
  /** Epoch ms at which it was gathered. */
  readonly asOf: number;
}

async function all(data: Data, query: Query): Promise<readonly RecordView[]> {
  const found: RecordView[] = [];
  for await (const { records } of data.all(query)) found.push(...records);
  return found;
}

async function reportOf(data: Data, type: RecordType, period: Period): Promise<TypeReport> {
  const majorQuery = majors(type, period);
  const records = await all(data, candidates(type, period));
  return {
    ...typeHandover(type, records, data.config, period, data.now()),
    majors: majorQuery ? await all(data, majorQuery) : [],
    waiting: await all(data, waitingNow(type)),
  };
}

/** Gathers the report of a period and keeps it up to date. The last one stays until the new one is there. */
export function useHandover({ from, to }: Period): HandoverReport | undefined {
  const data = useData();
  const [report, setReport] = useState<HandoverReport>();
  useEffect(() => {
    let turn = 0;
    let isOver = false;
    const gather = async () => {
      turn += 1;
      const own = turn;
      const types: TypeReport[] = [];
      for (const type of deskTypes(data.catalogue)) types.push(await reportOf(data, type, { from, to }));
      if (!isOver && own === turn) setReport({ types, asOf: data.now() });
    };
    // What cannot be read now is read with the next change.
    const again = () => void gather().catch(() => undefined);
    again();
    const stop = data.onIndexed(again);
    return () => {
      isOver = true;
      stop();
    };
  }, [data, from, to]);
  return report;
}
